package io.axisor.metrics.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.hsqldb.jdbc.JDBCDataSource;

/** The databases that tests run on, each started once for all tests of a JVM and gone with it. */
@SuppressWarnings("ImmutableEnumChecker") // what has started is kept for the next test
enum Databases {
    H2("TIMESTAMP(6) WITH TIME ZONE") {
        @Override
        DataSource start() {
            JdbcDataSource dataSource = new JdbcDataSource();
            dataSource.setURL("jdbc:h2:mem:tests;DB_CLOSE_DELAY=-1");
            return dataSource;
        }
    },
    HSQLDB("TIMESTAMP(6) WITH TIME ZONE") {
        @Override
        DataSource start() {
            JDBCDataSource dataSource = new JDBCDataSource();
            dataSource.setURL("jdbc:hsqldb:mem:tests");
            return dataSource;
        }
    },
    POSTGRESQL("TIMESTAMPTZ(6)") {
        @Override
        DataSource start() {
            try {
                return EmbeddedPostgres.start().getPostgresDatabase();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    private final String zonedType;
    private DataSource started;

    Databases(String zonedType) {
        this.zonedType = zonedType;
    }

    abstract DataSource start();

    /** The type of columns that hold instants. */
    String zonedType() {
        return zonedType;
    }

    synchronized DataSource dataSource() {
        if (started == null) {
            started = start();
        }
        return started;
    }

    /** Runs statements, each on its own. */
    void run(String... statements) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(this + ": " + String.join("; ", statements), e);
        }
    }
}
