package io.axisor.metrics.testing.benchmarks.company;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The company in a PostgreSQL of its own, which ends with it. */
public final class CompanyDatabase implements AutoCloseable {

    /** Not the defaults: memory as even a small server has it, and no work in the background while time is taken. */
    private static final Map<String, String> CONFIGURATION =
            Map.of("shared_buffers", "512MB", "max_wal_size", "4GB", "autovacuum", "off");

    private final Company company;
    private final EmbeddedPostgres server;

    private CompanyDatabase(Company company, EmbeddedPostgres server) {
        this.company = company;
        this.server = server;
    }

    /**
     * Starts the server and fills the tables, without indexes but for the primary keys.
     *
     * @param company whose database
     * @param progress shows how far it is
     * @return the database
     */
    public static CompanyDatabase of(Company company, PrintStream progress) throws IOException, SQLException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        CONFIGURATION.forEach(builder::setServerConfig);
        CompanyDatabase database = new CompanyDatabase(company, builder.start());
        try {
            database.fill(progress);
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
        return database;
    }

    private void fill(PrintStream progress) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            for (CompanyTable table : company.tables()) {
                execute(connection, "CREATE TABLE " + table.name() + " (" + table.columns() + ")");
                copy(connection, table, progress);
                execute(connection, "VACUUM ANALYZE " + table.name());
            }
        }
    }

    private static void copy(Connection connection, CompanyTable table, PrintStream progress) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table.name() + " FROM STDIN");
        try (ProgressBar bar = bar(table, progress)) {
            CopyLines lines = new CopyLines();
            for (long i = 0; i < table.rows(); i++) {
                table.row().write(lines, i);
                lines.endLine();
                if (lines.length() > 100_000) {
                    send(lines, copy);
                    bar.stepTo(i + 1);
                }
            }
            send(lines, copy);
            copy.endCopy();
            bar.stepTo(table.rows());
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(CopyLines lines, CopyIn copy) throws SQLException {
        byte[] bytes = lines.take();
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    private static ProgressBar bar(CompanyTable table, PrintStream progress) {
        return new ProgressBarBuilder()
                .setTaskName("%-12s".formatted(table.name()))
                .setInitialMax(table.rows())
                .setUnit(" rows", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .setConsumer(new ConsoleProgressBarConsumer(progress, 100))
                .build();
    }

    /** Adds the usual indexes: one on each column that applications look rows up or cut time by. */
    public void index() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            for (CompanyTable table : company.tables()) {
                for (String column : table.indexed()) {
                    execute(connection, "CREATE INDEX ON " + table.name() + " (" + column + ")");
                }
                execute(connection, "VACUUM ANALYZE " + table.name());
            }
        }
    }

    /**
     * A pool of one connection, as a host lends it.
     *
     * @param workers how many processes may help with a scan
     * @return the pool
     */
    public HikariDataSource pool(int workers) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setMaximumPoolSize(1);
        config.setConnectionInitSql("SET TIME ZONE 'UTC'; SET max_parallel_workers_per_gather = " + workers);
        return new HikariDataSource(config);
    }

    /**
     * Where it is.
     *
     * @return its address, user included
     */
    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /**
     * Whose database it is.
     *
     * @return the company
     */
    public Company company() {
        return company;
    }

    /**
     * What the server says of itself.
     *
     * @return its version
     */
    public String version() throws SQLException {
        return ask("SELECT current_setting('server_version')");
    }

    /**
     * The settings that are not the server's defaults.
     *
     * @return the names and values
     */
    public static Map<String, String> configuration() {
        return CONFIGURATION;
    }

    /**
     * How much a table takes, without indexes.
     *
     * @param table the table
     * @return the size in words
     */
    public String size(CompanyTable table) throws SQLException {
        return ask("SELECT pg_size_pretty(pg_table_size('" + table.name() + "'))");
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
