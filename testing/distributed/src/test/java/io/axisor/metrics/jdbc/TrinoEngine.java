package io.axisor.metrics.jdbc;

import io.trino.Session;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import javax.sql.DataSource;

final class TrinoEngine extends Engine {

    static final TrinoEngine INSTANCE = new TrinoEngine();

    private static final int ROWS_AT_ONCE = 2000;
    private static final String ROW_END = "\u001e";
    private static final String COLUMN_END = "\u001f";
    private static final String NULL = "\u0000";

    private TrinoEngine() {
        super("Trino");
    }

    @Override
    DataSource start() {
        return TrinoCluster.running().dataSource();
    }

    /**
     * Many rows are one text, taken apart by the database: an INSERT costs a plan and a run on all nodes, and a place for each
     * value makes a plan of seconds. Each commits for itself, since tables in memory know no transactions.
     */
    @Override
    void insert(String table, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table + " SELECT "
                        + columnsOf(table, connection) + " FROM UNNEST(SPLIT(?, CHR(30))) lines(line)"
                        + " CROSS JOIN UNNEST(ARRAY[SPLIT(line, CHR(31))]) fields(field)")) {
            for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
                insert.setString(
                        1,
                        rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE)).stream()
                                .map(TrinoEngine::line)
                                .collect(Collectors.joining(ROW_END)));
                insert.executeUpdate();
            }
        }
    }

    private static String columnsOf(String table, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("SELECT * FROM " + table + " LIMIT 0")) {
            ResultSetMetaData columns = none.getMetaData();
            StringJoiner all = new StringJoiner(", ");
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                all.add("CAST(NULLIF(field[" + i + "], CHR(0)) AS " + columns.getColumnTypeName(i) + ")");
            }
            return all.toString();
        }
    }

    private static String line(Object[] row) {
        return Arrays.stream(row).map(TrinoEngine::field).collect(Collectors.joining(COLUMN_END));
    }

    private static String field(Object value) {
        if (value instanceof OffsetDateTime instant) {
            return timeAsText(instant.atZoneSameInstant(ZoneOffset.UTC).toLocalDateTime()) + " UTC";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value == null ? NULL : timeAsText(value).toString();
    }

    @Override
    boolean hasKeys() {
        return false;
    }

    /** Nodes that a test starts call themselves a test's. */
    @Override
    String version(DatabaseMetaData metaData) {
        return Session.class.getPackage().getImplementationVersion();
    }

    @Override
    String quirks() {
        return "three nodes here; tables are named `catalog.schema.table`; its driver of version 483 takes times, also"
                + " with older servers, whose own does not; set `explicitPrepare=false` in the URL ([more](scale.md))";
    }
}
