package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What a user may not read is reported before the first question, with the GRANT that mends it. */
class TableRightsIT {

    private static final String RUN = "let an administrator run: ";

    @Test
    void theGrantsThatPostgresNeedsArePrintedAndAreEnough() {
        Databases.POSTGRESQL.run(
                "DROP SCHEMA IF EXISTS \"My Shop\" CASCADE",
                "DROP ROLE IF EXISTS \"rights reader\"",
                "CREATE SCHEMA \"My Shop\"",
                "CREATE TABLE \"My Shop\".\"Members\" (id INTEGER, born DATE, secret TEXT)",
                "CREATE ROLE \"rights reader\" LOGIN");
        DataSource reader = asPostgresUser("rights reader");
        String message = onlyError(verify(reader, "My Shop.Members"));

        assertThat(message)
                .startsWith("users: user \"rights reader\" may not read table My Shop.Members (PSQLException, SQLState"
                        + " 42501, code 0); " + RUN);
        Databases.POSTGRESQL.run(
                message.substring(message.indexOf(RUN) + RUN.length()).split("; "));
        assertThat(verify(reader, "My Shop.Members").errors()).isEmpty();

        Databases.POSTGRESQL.run("DROP SCHEMA \"My Shop\" CASCADE", "DROP ROLE \"rights reader\"");
    }

    @Test
    void rightsOnTheMappedColumnsAreEnoughAlsoWithACondition() {
        Databases.POSTGRESQL.run(
                "DROP TABLE IF EXISTS members_with_secrets",
                "DROP ROLE IF EXISTS column_reader",
                "CREATE TABLE members_with_secrets (id INTEGER, born DATE, secret TEXT)",
                "CREATE ROLE column_reader LOGIN",
                "GRANT SELECT (id, born) ON members_with_secrets TO column_reader");
        DataSource reader = asPostgresUser("column_reader");

        assertThat(verify(reader, "members_with_secrets").errors()).isEmpty();
        assertThat(JdbcMetricsDataSource.of(
                                reader,
                                MetricsSchema.builder()
                                        .users(u -> u.table("members_with_secrets")
                                                .where("id > 0")
                                                .id("id")
                                                .createdAt("born"))
                                        .build())
                        .verify()
                        .errors())
                .isEmpty();
        assertThat(JdbcMetricsDataSource.of(
                                reader,
                                MetricsSchema.builder()
                                        .users(u -> u.table("members_with_secrets")
                                                .id("id")
                                                .createdAt("born")
                                                .plan("secret"))
                                        .build())
                        .verify()
                        .errors())
                .singleElement()
                .asString()
                .startsWith("the database refuses a statement of users: ");
        Databases.POSTGRESQL.run("DROP TABLE members_with_secrets", "DROP ROLE column_reader");
    }

    @Test
    void rowLevelSecurityIsAWarningUnlessTheUserBypassesIt() {
        Databases.POSTGRESQL.run(
                "DROP TABLE IF EXISTS tenants",
                "DROP ROLE IF EXISTS tenant_reader",
                "CREATE TABLE tenants (id INTEGER, born DATE)",
                "CREATE INDEX ON tenants (born)",
                "CREATE ROLE tenant_reader LOGIN",
                "GRANT SELECT ON tenants TO tenant_reader",
                "ALTER TABLE tenants ENABLE ROW LEVEL SECURITY");
        DataSource reader = asPostgresUser("tenant_reader");
        SchemaReport report = verify(reader, "tenants");

        assertThat(report.errors()).isEmpty();
        assertThat(report.warnings())
                .singleElement()
                .asString()
                .startsWith("users: row-level security of table public.tenants applies to user \"tenant_reader\"");
        String warning = report.warnings().get(0);
        Databases.POSTGRESQL.run(warning.substring(warning.indexOf(RUN) + RUN.length()));
        assertThat(verify(reader, "tenants")).hasToString("The mapping fits the database.");
        Databases.POSTGRESQL.run("DROP TABLE tenants", "DROP ROLE tenant_reader");
    }

    @Test
    void mariaDbListsNoTableThatMayNotBeReadSoTheGrantStandsInTheMessage() throws SQLException {
        Engines.MARIADB.run(
                "DROP TABLE IF EXISTS members_of_maria",
                "DROP USER IF EXISTS 'maria_reader'@'%'",
                "DROP TABLE IF EXISTS open_to_maria",
                "CREATE TABLE open_to_maria (id INTEGER)",
                "CREATE TABLE members_of_maria (id INTEGER, born DATE)",
                "CREATE USER 'maria_reader'@'%' IDENTIFIED BY 'secret'",
                "GRANT SELECT ON open_to_maria TO 'maria_reader'@'%'");
        MariaDbDataSource reader = new MariaDbDataSource(((MariaDbDataSource) Engines.MARIADB.dataSource()).getUrl());
        reader.setUser("maria_reader");
        reader.setPassword("secret");
        String message = onlyError(verify(reader, "members_of_maria"));

        assertThat(message).startsWith("users: there is no table 'members_of_maria'");
        Engines.MARIADB.run(message.substring(message.indexOf(RUN) + RUN.length()));
        assertThat(verify(reader, "members_of_maria").errors()).isEmpty();
        Engines.MARIADB.run("DROP TABLE members_of_maria", "DROP TABLE open_to_maria", "DROP USER 'maria_reader'@'%'");
    }

    @Test
    void h2SaysSoToo() {
        Databases.H2.run(
                "DROP TABLE IF EXISTS members_of_h2",
                "DROP USER IF EXISTS h2_reader",
                "CREATE TABLE members_of_h2 (id INTEGER, born DATE)",
                "CREATE USER h2_reader PASSWORD 'secret'");
        JdbcDataSource reader = new JdbcDataSource();
        reader.setURL(((JdbcDataSource) Databases.H2.dataSource()).getURL().replaceFirst(";.*", ""));
        reader.setUser("H2_READER");
        reader.setPassword("secret");
        String message = onlyError(verify(reader, "members_of_h2"));

        assertThat(message).startsWith("users: user \"H2_READER\" may not read table PUBLIC.MEMBERS_OF_H2 (");
        Databases.H2.run(message.substring(message.indexOf(RUN) + RUN.length()));
        assertThat(verify(reader, "members_of_h2").errors()).isEmpty();
        Databases.H2.run("DROP TABLE members_of_h2", "DROP USER h2_reader");
    }

    private static String onlyError(SchemaReport report) {
        assertThat(report.errors()).hasSize(1);
        return report.errors().get(0);
    }

    private static DataSource asPostgresUser(String name) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(((PGSimpleDataSource) Databases.POSTGRESQL.dataSource()).getUrl());
        dataSource.setUser(name);
        return dataSource;
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
