package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A table is the one that the database would find, and none of another schema. */
class SearchPathIT {

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aTableOfAnotherSchemaIsNotMeasuredBecauseItIsNowhereElse(Databases database) {
        database.run(
                "DROP SCHEMA IF EXISTS archive CASCADE",
                "CREATE SCHEMA archive",
                "CREATE TABLE archive.old_people (id INTEGER, born DATE)");
        boolean isUpper = database != Databases.POSTGRESQL;
        String found = isUpper ? "ARCHIVE.OLD_PEOPLE" : "archive.old_people";

        assertThat(verify(database.dataSource(), "old_people").errors())
                .singleElement()
                .asString()
                .startsWith("users: there is no table 'old_people' on the search path [")
                .endsWith("]; give the schema of the one that is meant: " + found);
        assertThat(verify(database.dataSource(), found).errors()).isEmpty();
        database.run("DROP SCHEMA archive CASCADE");
    }

    @Test
    void aDatabaseOfMariaDbThatIsNotTheConnectionsIsNotMeasuredEither() {
        Engines.MARIADB.run(
                "DROP DATABASE IF EXISTS archive",
                "CREATE DATABASE archive",
                "CREATE TABLE archive.old_people (id INTEGER, born DATE)");

        assertThat(verify(Engines.MARIADB.dataSource(), "old_people").errors())
                .singleElement()
                .asString()
                .startsWith("users: there is no table 'old_people'");
        assertThat(verify(Engines.MARIADB.dataSource(), "archive.old_people").errors())
                .isEmpty();
        Engines.MARIADB.run("DROP DATABASE archive");
    }

    @Test
    void theWholeSearchPathOfPostgresCountsInItsOrder() throws SQLException {
        Databases.POSTGRESQL.run(
                "DROP SCHEMA IF EXISTS first_one CASCADE",
                "DROP SCHEMA IF EXISTS second_one CASCADE",
                "CREATE SCHEMA first_one",
                "CREATE SCHEMA second_one",
                "CREATE TABLE second_one.members_of_path (id INTEGER, born DATE)");
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        PGSimpleDataSource known = (PGSimpleDataSource) Databases.POSTGRESQL.dataSource();
        dataSource.setUrl(known.getUrl());
        dataSource.setUser(known.getUser());
        dataSource.setPassword(known.getPassword());
        dataSource.setCurrentSchema("first_one,second_one");

        assertThat(verify(dataSource, "members_of_path").errors()).isEmpty();
        // What the database itself finds first has no such column.
        Databases.POSTGRESQL.run("CREATE TABLE first_one.members_of_path (id INTEGER)");
        assertThat(verify(dataSource, "members_of_path").errors())
                .singleElement()
                .asString()
                .startsWith("users.createdAt: table first_one.members_of_path has no column 'born'");
        Databases.POSTGRESQL.run("DROP SCHEMA first_one CASCADE", "DROP SCHEMA second_one CASCADE");
    }

    @Test
    void theWholeSearchPathOfH2Counts() throws SQLException {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:search_path;DB_CLOSE_DELAY=-1");
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA one");
            statement.execute("CREATE SCHEMA \"t\"\"wo\"");
            statement.execute("CREATE TABLE \"t\"\"wo\".members (id INTEGER, born DATE)");
        }
        assertThat(verify(dataSource, "members").errors()).hasSize(1);

        dataSource.setURL("jdbc:h2:mem:search_path;SCHEMA_SEARCH_PATH=ONE,\"t\"\"wo\"");
        assertThat(verify(dataSource, "members").errors()).isEmpty();
    }

    private static SchemaReport verify(DataSource dataSource, String table) {
        return JdbcMetricsDataSource.of(
                        dataSource,
                        MetricsSchema.builder()
                                .users(u -> u.table(table).id("id").createdAt("born"))
                                .build())
                .verify();
    }
}
