package io.axisor.metrics.jdbc;

import static io.axisor.metrics.jdbc.Nasty.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables and columns are found whatever they are called, and never mistaken for others. */
class IdentifiersIT {

    static Stream<Arguments> databasesAndNames() {
        return Stream.of(Databases.values())
                .flatMap(database -> Stream.of(
                                "select",
                                "Order",
                                "mIxEd",
                                "two words",
                                "with.dot",
                                "we\"ird",
                                "\"",
                                "100%_sure",
                                "back\\slash",
                                "it's",
                                "Größe",
                                "売上")
                        .map(name -> Arguments.of(database, name)));
    }

    @ParameterizedTest
    @MethodSource("databasesAndNames")
    void aNameIsWrittenInQuotesAndFoundAsStored(Databases database, String name) {
        create(database, quoted(name), quoted(name), quoted(name + " at"));
        MetricsSchema schema = MetricsSchema.builder()
                .users(u -> u.table(quoted(name)).id(name).createdAt(name + " at"))
                .build();

        assertThat(report(database, schema).errors()).isEmpty();
        assertThat(users(database, schema)).isOne();
        database.run("DROP TABLE " + quoted(name));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aNameThatFitsOnlyOneInAnotherCaseMeansThatOne(Databases database) {
        create(database, "\"aLone\"", "\"sOme_Id\"", "\"bOrn\"");

        assertThat(users(database, users("ALONE", "some_id", "BORN"))).isOne();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void ofNamesThatDifferInCaseOnlyTheExactOneIsMeant(Databases database) {
        create(database, "\"Twin\"", "id", "born");
        create(database, "\"tWIN\"", "id", "born");
        database.run("INSERT INTO \"tWIN\" SELECT id + 1, born FROM \"Twin\"");

        assertThat(users(database, users("Twin", "id", "born"))).isOne();
        assertThat(users(database, users("tWIN", "id", "born"))).isEqualTo(2);
        assertThat(report(database, users("twin", "id", "born")).errors())
                .singleElement()
                .asString()
                .contains("'twin' can be any of", "Twin", "tWIN")
                .endsWith("; give its schema, and its name as stored");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void ofColumnsThatDifferInCaseOnlyTheExactOneIsMeant(Databases database) {
        database.run(
                "DROP TABLE IF EXISTS dates",
                "CREATE TABLE dates (id INTEGER, \"Born\" DATE, \"bORN\" DATE)",
                "INSERT INTO dates VALUES (1, DATE '2026-01-01', NULL)");

        assertThat(users(database, users("dates", "id", "Born"))).isOne();
        assertThat(users(database, users("dates", "id", "bORN"))).isZero();
        assertThat(report(database, users("dates", "id", "born")).errors())
                .singleElement()
                .asString()
                .endsWith("has several columns 'born' that differ in case only; write it as stored");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aSchemaTellsTablesOfOneNameApart(Databases database) {
        database.run("DROP TABLE IF EXISTS members"); // another test's
        for (String schema : new String[] {"crm", "\"Crm.2\""}) {
            database.run("DROP SCHEMA IF EXISTS " + schema + " CASCADE", "CREATE SCHEMA " + schema);
            create(database, schema + ".members", "id", "born");
        }
        database.run("INSERT INTO \"Crm.2\".members SELECT id + 1, born FROM crm.members");

        assertThat(users(database, users("crm.members", "id", "born"))).isOne();
        assertThat(users(database, users("CRM.Members", "id", "born"))).isOne();
        assertThat(users(database, users("\"Crm.2\".members", "id", "born"))).isEqualTo(2);
        assertThat(report(database, users("members", "id", "born")).errors())
                .singleElement()
                .asString()
                .contains("there is no table 'members' on the search path", "Crm.2.");

        create(database, "members", "id", "born");
        database.run("DELETE FROM members");
        assertThat(users(database, users("members", "id", "born")))
                .as("the connection's own schema comes first")
                .isZero();
        database.run("DROP TABLE members", "DROP SCHEMA crm CASCADE", "DROP SCHEMA \"Crm.2\" CASCADE");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void schemasThatDifferInCaseOnlyAreToldApart(Databases database) {
        for (String schema : new String[] {"\"Shop\"", "\"sHOP\""}) {
            database.run("DROP SCHEMA IF EXISTS " + schema + " CASCADE", "CREATE SCHEMA " + schema);
            create(database, schema + ".members", "id", "born");
        }
        database.run("DELETE FROM \"sHOP\".members");

        assertThat(users(database, users("Shop.members", "id", "born"))).isOne();
        assertThat(users(database, users("sHOP.members", "id", "born"))).isZero();
        assertThat(report(database, users("shop.members", "id", "born")).errors())
                .hasSize(1);
        database.run("DROP SCHEMA \"Shop\" CASCADE", "DROP SCHEMA \"sHOP\" CASCADE");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "HSQLDB") // has no such view
    void aTableOfTheHostComesBeforeOneOfTheDatabaseItself(Databases database) {
        String system = database == Databases.H2 ? "Users" : "Pg_Roles";
        create(database, quoted(system), "id", "born");

        assertThat(users(database, users(system.toLowerCase(Locale.ROOT), "id", "born")))
                .isOne();
        database.run("DROP TABLE " + quoted(system));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aViewIsAsGoodAsATableAndNeedsNoIndex(Databases database) {
        create(database, "people", "id", "born");
        database.run(
                "DROP VIEW IF EXISTS grown_ups",
                "CREATE VIEW grown_ups AS SELECT id AS \"Id\", born FROM people WHERE born < DATE '2026-02-01'");

        assertThat(report(database, users("grown_ups", "id", "born"))).hasToString("The mapping fits the database.");
        assertThat(users(database, users("grown_ups", "id", "born"))).isOne();
        assertThat(report(database, users("people", "id", "born")).warnings())
                .as("the table does")
                .hasSize(1);
        database.run("DROP VIEW grown_ups");
    }

    private static void create(Databases database, String table, String id, String born) {
        database.run(
                "DROP TABLE IF EXISTS " + table,
                "CREATE TABLE " + table + " (" + id + " INTEGER, " + born + " DATE)",
                "INSERT INTO " + table + " VALUES (1, DATE '2026-01-01')");
    }

    private static MetricsSchema users(String table, String id, String createdAt) {
        return MetricsSchema.builder()
                .users(u -> u.table(table).id(id).createdAt(createdAt))
                .build();
    }

    private static SchemaReport report(Databases database, MetricsSchema schema) {
        return JdbcMetricsDataSource.of(database.dataSource(), schema).verify();
    }

    private static int users(Databases database, MetricsSchema schema) {
        BigDecimal total = JdbcMetricsDataSource.of(database.dataSource(), schema)
                .users(WholeCompany.AT)
                .accounts()
                .get()
                .byPlan()
                .total();
        return total.intValueExact();
    }
}
