package io.axisor.metrics.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * A database that tests run on: how it starts, the types of its columns and what else it does in its own way, all in one
 * place. Started once for all tests of a JVM, gone with it.
 */
abstract class Engine {

    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    private final String name;
    private DataSource started;

    Engine(String name) {
        this.name = name;
    }

    /** Starts it, or makes the first connection possible. */
    abstract DataSource start();

    final synchronized DataSource dataSource() {
        if (started == null) {
            started = start();
        }
        return started;
    }

    /** The type of columns that hold instants. */
    String instantType() {
        return "TIMESTAMP(6) WITH TIME ZONE";
    }

    /** The type of columns that hold local times. */
    String localType() {
        return "TIMESTAMP(6)";
    }

    /** The type of columns that hold amounts, with eight decimals where there are any. */
    String amountType() {
        return "DECIMAL(36, 8)";
    }

    String booleanType() {
        return "BOOLEAN";
    }

    /** Whether its tables have primary keys and unique columns. */
    boolean hasKeys() {
        return true;
    }

    /** What its driver takes for a value of java.time, a BigDecimal, a Boolean or a String. */
    Object bound(Object value) {
        return value;
    }

    /** A value for drivers that take times as text. */
    static Object timeAsText(Object value) {
        if (value instanceof LocalDateTime local) {
            return TEXT.format(local);
        }
        return value instanceof LocalDate date ? date.toString() : value;
    }

    /** An identifier in exactly this case, whatever is in it. */
    String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** SQL in the quotes of the standard as this database has them. */
    final String inItsQuotes(String sql) {
        return Pattern.compile("\"([^\"]+)\"")
                .matcher(sql)
                .replaceAll(name -> Matcher.quoteReplacement(quoted(name.group(1))));
    }

    /** Its version, with whatever stands around the number. */
    String version(DatabaseMetaData metaData) throws SQLException {
        return metaData.getDatabaseProductVersion();
    }

    /** What a host should know of it, in a sentence or two for the document; empty where nothing is odd. */
    String quirks() {
        return "";
    }

    /** Whether a column holds only what its type says. */
    boolean bindsTypes() {
        return true;
    }

    /** Whether a table or column can be called so. */
    boolean mayName(String text) {
        return true;
    }

    /** Drops a table, quoted or not, if it is there. */
    void drop(String table) {
        run("DROP TABLE IF EXISTS " + table);
    }

    /** Writes rows, each a value for every column of the table, which is quoted where it must be. */
    void insert(String table, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO " + table + " VALUES (?" + ", ?".repeat(rows.get(0).length - 1) + ")")) {
            connection.setAutoCommit(false);
            try {
                for (Object[] row : rows) {
                    for (int i = 0; i < row.length; i++) {
                        insert.setObject(i + 1, bound(row[i]));
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
            } catch (SQLException e) {
                connection.rollback(); // Derby keeps its locks otherwise
                throw e;
            }
        }
    }

    /** Runs statements, each on its own. */
    final void run(String... statements) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(this + ": " + String.join("; ", statements), e);
        }
    }

    @Override
    public final String toString() {
        return name;
    }
}
