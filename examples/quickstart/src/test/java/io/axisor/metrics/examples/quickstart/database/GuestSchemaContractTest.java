package io.axisor.metrics.examples.quickstart.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.axisor.metrics.jdbc.MetricsSchema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In somebody else's database: nothing is touched that is not ours, and nothing is left. */
abstract class GuestSchemaContractTest {

    private static final String SCHEMA = "quickstart_guest";

    /** The address of an empty database, the same for the whole class. */
    abstract String url() throws Exception;

    private record OneTable(String name) implements DataSet {
        @Override
        public List<Table> tables() {
            return List.of(new Table(name, "id INTEGER PRIMARY KEY, at TIMESTAMP WITH TIME ZONE", List.of("at, id")));
        }

        @Override
        public void fill(QuickstartDatabase database) throws SQLException {
            database.inTransaction(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("INSERT INTO " + database.schema() + "." + name + " (id) VALUES (1)");
                }
            });
        }

        @Override
        public MetricsSchema mapping(String schema) {
            throw new UnsupportedOperationException("nothing is measured here");
        }
    }

    private QuickstartDatabase database() throws Exception {
        return QuickstartDatabase.at(url(), null, null, SCHEMA);
    }

    private void execute(String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private boolean schemaExists() throws Exception {
        try (Connection connection = DriverManager.getConnection(url());
                ResultSet schemas = connection.getMetaData().getSchemas()) {
            while (schemas.next()) {
                if (schemas.getString(1).equalsIgnoreCase(SCHEMA)) {
                    return true;
                }
            }
            return false;
        }
    }

    @AfterEach
    void dropSchema() throws Exception {
        execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
    }

    @Test
    void nothingIsLeft() throws Exception {
        try (QuickstartDatabase database = database()) {
            database.load(new OneTable("one"));
            assertThat(schemaExists()).isTrue();
        }
        assertThat(schemaExists()).isFalse();
    }

    @Test
    void whatAnEarlierRunLeftIsReplaced() throws Exception {
        QuickstartDatabase killed = database();
        killed.load(new OneTable("one"));
        try (QuickstartDatabase database = database()) {
            database.load(new OneTable("two"));
            assertThatThrownBy(() -> execute("SELECT * FROM " + SCHEMA + ".one"))
                    .isInstanceOf(SQLException.class);
            execute("SELECT * FROM " + SCHEMA + ".two");
        }
        assertThat(schemaExists()).isFalse();
        killed.dataSource().unwrap(HikariDataSource.class).close();
    }

    @Test
    void aSchemaOfSomebodyElseIsRefused() throws Exception {
        execute("CREATE SCHEMA " + SCHEMA, "CREATE TABLE " + SCHEMA + ".one (id INTEGER)");
        try (QuickstartDatabase database = database()) {
            assertThatThrownBy(() -> database.load(new OneTable("one")))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("'" + SCHEMA + "' is there already")
                    .hasMessageContaining("--schema");
        }
        execute("SELECT * FROM " + SCHEMA + ".one");
    }

    @Test
    void aTableOfSomebodyElseInOurSchemaIsLeftAlone() throws Exception {
        QuickstartDatabase killed = database();
        killed.load(new OneTable("one"));
        killed.dataSource().unwrap(HikariDataSource.class).close();
        execute("CREATE TABLE " + SCHEMA + ".precious (id INTEGER)");
        try (QuickstartDatabase database = database()) {
            assertThatThrownBy(() -> database.load(new OneTable("one")))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("[precious]");
        }
        execute("SELECT * FROM " + SCHEMA + ".precious", "SELECT * FROM " + SCHEMA + ".one");
    }
}
