package io.axisor.metrics.testing.benchmarks.refresh;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Statements of a file, asked in turn on one connection. */
final class StatementSuite implements Contestant {

    private final List<StatementFile.Statement> statements;
    private final Map<String, Instant> instants;

    StatementSuite(String resource, Map<String, Instant> instants) {
        this.statements = StatementFile.read(resource);
        this.instants = instants;
    }

    int size() {
        return statements.size();
    }

    @Override
    public void ask(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (StatementFile.Statement named : statements) {
                try (PreparedStatement statement = named.prepare(connection, instants);
                        ResultSet rows = statement.executeQuery()) {
                    readAll(rows);
                }
            }
        }
    }

    private static void readAll(ResultSet rows) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
                var unused = rows.getString(i);
            }
        }
    }

    /**
     * A number that a statement tells.
     *
     * @param key the name of the statement
     * @param label the column: a window and a statistic, or {@code value}
     * @param tags the cells of the columns that are tags
     */
    record Cell(
            String key,
            String label,
            SortedMap<String, String> tags,
            @Nullable BigDecimal value) {}

    /** What the statements tell, given which of their columns are tags. */
    List<Cell> cells(DataSource database, Set<String> tagKeys) throws SQLException {
        List<Cell> cells = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            for (StatementFile.Statement named : statements) {
                try (PreparedStatement statement = named.prepare(connection, instants);
                        ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        cells.addAll(cells(named.name(), rows, tagKeys));
                    }
                }
            }
        }
        return cells;
    }

    /** The names of the statements. */
    Set<String> keys() {
        Set<String> keys = new HashSet<>();
        statements.forEach(statement -> keys.add(statement.name()));
        return keys;
    }

    private static List<Cell> cells(String key, ResultSet row, Set<String> tagKeys) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        SortedMap<String, String> tags = new TreeMap<>();
        List<Cell> cells = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String label = columns.getColumnLabel(i);
            if (tagKeys.contains(label)) {
                tags.put(label, row.getString(i));
            } else {
                cells.add(new Cell(key, label, tags, row.getBigDecimal(i)));
            }
        }
        return cells;
    }
}
