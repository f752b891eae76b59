package io.axisor.metrics.examples.quickstart.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database that the facts are put into, with a small pool of connections. Closing it leaves nothing behind: an
 * embedded database ends, in any other one the schema is dropped.
 */
public final class QuickstartDatabase implements AutoCloseable {

    /** What a schema may be called, so that no database needs quotes for it. */
    public static final Pattern SCHEMA_NAME = Pattern.compile("[a-z][a-z0-9_]{2,50}");

    /** An embedded database lives as long as a connection to it does. */
    private final @Nullable Connection life;

    private final HikariDataSource pool;
    private final String schema;
    private boolean created;

    private QuickstartDatabase(@Nullable Connection life, HikariDataSource pool, String schema) {
        this.life = life;
        this.pool = pool;
        this.schema = schema;
    }

    /**
     * A database within this process, in memory, whose connections find tables in the schema without naming it.
     *
     * @param schema the schema to make
     * @return the database
     */
    public static QuickstartDatabase embedded(String schema) {
        // Without the parameter, H2 would end on Ctrl-C before those who still use it.
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_ON_EXIT=FALSE";
        try {
            Connection life = DriverManager.getConnection(url);
            try (Statement statement = life.createStatement()) {
                statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
            }
            return new QuickstartDatabase(life, pool(config(url + ";SCHEMA=" + schema, null, null)), schema);
        } catch (SQLException e) {
            throw new DatabaseException("the embedded database does not start: " + e.getMessage(), e);
        }
    }

    /**
     * A database that is there already, for facts to be put into a schema of their own.
     *
     * @param url its JDBC address
     * @param user the user, null where the address tells or none is needed
     * @param password the password, null where the address tells or none is needed
     * @param schema the schema to make
     * @return the database
     * @throws DatabaseException if there is no driver for it or no connection to it
     */
    public static QuickstartDatabase at(String url, @Nullable String user, @Nullable String password, String schema) {
        return new QuickstartDatabase(null, pool(config(url, user, password)), schema);
    }

    /**
     * A database whose own tables are looked at. Its connections are read-only, and {@link #load} is not for it.
     *
     * @param url its JDBC address
     * @param user the user, null where the address tells or none is needed
     * @param password the password, null where the address tells or none is needed
     * @return the database
     * @throws DatabaseException if there is no driver for it or no connection to it
     */
    public static QuickstartDatabase readOnly(String url, @Nullable String user, @Nullable String password) {
        HikariConfig config = config(url, user, password);
        config.setReadOnly(true);
        return new QuickstartDatabase(null, pool(config), "");
    }

    private static HikariConfig config(String url, @Nullable String user, @Nullable String password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("quickstart");
        config.setJdbcUrl(url);
        if (user != null) {
            config.setUsername(user);
        }
        if (password != null) {
            config.setPassword(password);
        }
        config.setMaximumPoolSize(3);
        config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        return config;
    }

    private static HikariDataSource pool(HikariConfig config) {
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new DatabaseException(
                    "no connection to " + withoutParameters(config.getJdbcUrl()) + ": " + rootMessage(e)
                            + "; check --jdbc-url, --user and --password (drivers are here for jdbc:postgresql: and jdbc:h2:)",
                    e);
        }
    }

    /** Parameters may hold a password. */
    private static String withoutParameters(String url) {
        return url.replaceFirst("[?;].*", "");
    }

    private static String rootMessage(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null || cause == failure ? String.valueOf(failure.getMessage()) : rootMessage(cause);
    }

    /**
     * Makes the schema and puts the facts into it.
     *
     * @param data the facts
     * @throws SQLException if the database refuses
     * @throws DatabaseException if the schema is there already and is somebody else's
     */
    public void load(DataSet data) throws SQLException {
        if (life == null) {
            inTransaction(connection -> new GuestSchema(schema).create(connection, data.tables()));
            created = true;
        }
        executeAll(data.tables().stream().map(table -> table.creation(schema)));
        data.fill(this);
        executeAll(data.tables().stream().flatMap(table -> table.indexCreations(schema)));
    }

    private void executeAll(Stream<String> statements) throws SQLException {
        List<String> all = statements.toList();
        inTransaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String sql : all) {
                    statement.execute(sql);
                }
            }
        });
    }

    /** Work that needs a connection. */
    @FunctionalInterface
    public interface Work {
        /**
         * Works.
         *
         * @param connection in a transaction that the caller ends
         * @throws SQLException if the database refuses
         */
        void on(Connection connection) throws SQLException;
    }

    /**
     * Does work that is there as a whole or not at all.
     *
     * @param work the work
     * @throws SQLException if the database refuses
     */
    public void inTransaction(Work work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.on(connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    /**
     * The connections, as a host hands them to the library.
     *
     * @return the pool
     */
    public DataSource dataSource() {
        return pool;
    }

    /**
     * The schema that holds the tables.
     *
     * @return its name
     */
    public String schema() {
        return schema;
    }

    /** Drops what was made and closes the connections. */
    @Override
    public void close() {
        try (pool) {
            if (life != null) {
                life.close();
            } else if (created) {
                inTransaction(connection -> new GuestSchema(schema).drop(connection));
            }
        } catch (SQLException e) {
            throw new DatabaseException(
                    "the schema '" + schema + "' could not be dropped: " + e.getMessage()
                            + "; the next run does it, or drop it by hand",
                    e);
        }
    }
}
