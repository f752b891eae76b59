package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.revenue.BillingInterval;
import io.axisor.metrics.value.CurrencyUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Amounts, statuses, plans and ids in the types that hosts store them in. */
class ColumnTypesIT {

    static Stream<Arguments> amounts() {
        return Stream.of(Databases.values())
                .flatMap(database -> Stream.of(
                        Arguments.of(database, "INTEGER", "2000000000, 2000000000, 2000000000", "6000000000"),
                        Arguments.of(
                                database,
                                "BIGINT",
                                "9000000000000000000, 9000000000000000000, 9000000000000000000",
                                "27000000000000000000"),
                        Arguments.of(database, "SMALLINT", "32767, 32767, 1", "65535"),
                        Arguments.of(database, "DOUBLE PRECISION", "0.1, 0.2, 1234567.89", "1234568.19"),
                        Arguments.of(database, "DECIMAL(12, 2)", "9999999999.99, 0.01, 1.5", "10000000001.5"),
                        Arguments.of(
                                database, "NUMERIC(30, 18)", "0.000000000000000001, 1, 2", "3.000000000000000001")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("amounts")
    void sumsAreExactAndDoNotOverflow(Databases database, String type, String amounts, String sum) {
        create(database, "status VARCHAR(9), amount " + type);
        for (String amount : amounts.split(", ", -1)) {
            insert(database, "'paid', " + amount);
        }
        measure(database, p -> p.fixedCurrency(CurrencyUnit.of("USD")).succeeded("paid"))
                .shows("revenue.gross.lifetime{currency=USD}", sum)
                .shows("revenue.collected.7d{currency=USD}", sum);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aFractionThatIsNoFiniteNumberIsADirtyAmountAndBreaksNothing(Databases database) {
        create(database, "status VARCHAR(9), amount DOUBLE PRECISION");
        for (String amount : List.of("'NaN'", "CAST('Infinity' AS DOUBLE PRECISION)", "1E30", "-1E30", "5.25")) {
            insert(database, "'paid', " + amount);
        }
        measure(database, p -> p.fixedCurrency(CurrencyUnit.of("USD")).succeeded("paid"))
                .shows("revenue.gross.lifetime{currency=USD}", "5.25")
                .shows("revenue.collected.7d{currency=USD}", "5.25")
                .issues("payments.amount 4");
    }

    @Test
    void aDecimalOfPostgresThatIsNoFiniteNumberIsADirtyAmountAndBreaksNothing() {
        create(Databases.POSTGRESQL, "status VARCHAR(9), amount NUMERIC");
        for (String amount : List.of("'NaN'", "'Infinity'", "'-Infinity'", "5.25")) {
            insert(Databases.POSTGRESQL, "'paid', " + amount);
        }
        measure(
                        Databases.POSTGRESQL,
                        p -> p.fixedCurrency(CurrencyUnit.of("USD")).succeeded("paid"))
                .shows("revenue.gross.lifetime{currency=USD}", "5.25")
                .shows("revenue.collected.7d{currency=USD}", "5.25")
                .issues("payments.amount 3");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anIntervalCountBeyondAllReasonIsADirtyIntervalAndBreaksNothing(Databases database) {
        database.run(
                "DROP TABLE IF EXISTS abos",
                "CREATE TABLE abos (who INTEGER, amount INTEGER, months BIGINT, begun DATE)",
                "INSERT INTO abos VALUES (1, 6, 3, DATE '2026-01-10'), (2, 6, 3000000000, DATE '2026-01-10')");
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(
                database.dataSource(),
                MetricsSchema.builder()
                        .subscriptions(s -> s.table("abos")
                                .userId("who")
                                .amount("amount")
                                .fixedCurrency(CurrencyUnit.of("USD"))
                                .fixedInterval(BillingInterval.MONTH)
                                .intervalCount("months")
                                .startedAt("begun"))
                        .build());

        Measured.of(source, SourceUnderTest.NOW)
                .shows("revenue.mrr{currency=USD, plan=unspecified}", "2")
                .issues("subscriptions.interval 1");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void minorUnitsHaveTheDigitsOfTheirCurrency(Databases database) {
        create(database, "status VARCHAR(9), amount BIGINT, currency CHAR(5)");
        for (String row :
                new String[] {"1999, 'USD'", "500, 'JPY'", "1, 'BTC'", "21, 'SAT'", "1234, 'bhd'", "5, 'XXQ'"}) {
            insert(database, "'paid', " + row);
        }
        measure(database, p -> p.currency("currency").minorUnits().succeeded("paid"))
                .showsOnly(
                        "revenue.gross.lifetime",
                        "{currency=USD} 19.99",
                        "{currency=JPY} 500",
                        "{currency=BTC} 0.00000001",
                        "{currency=SAT} 21",
                        "{currency=BHD} 1.234")
                .issues("payments.currency 1");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void blanksThatFillUpACharColumnAreNoPartOfAValue(Databases database) {
        create(database, "status CHAR(10), plan CHAR(12), amount INTEGER");
        insert(database, "'paid', 'pro', 3");
        insert(database, "'lost', 'free', 4");
        insert(database, "'odd', 'pro', 5");

        measure(
                        database,
                        p -> p.fixedCurrency(CurrencyUnit.of("USD"))
                                .plan("plan")
                                .succeeded("paid")
                                .failed("lost"))
                .showsOnly("revenue.lifetime", "{currency=USD, plan=free} 0", "{currency=USD, plan=pro} 3")
                .shows("payments.success.lifetime", "1/2")
                .issues("payments.status 1");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aStatusMayBeABoolean(Databases database) {
        create(database, "status BOOLEAN, amount INTEGER");
        insert(database, "TRUE, 3");
        insert(database, "FALSE, 4");
        insert(database, "NULL, 5");

        measure(
                        database,
                        p -> p.fixedCurrency(CurrencyUnit.of("USD"))
                                .succeeded("true")
                                .failed("FALSE"))
                .shows("revenue.gross.lifetime{currency=USD}", "3")
                .shows("payments.success.lifetime", "1/2")
                .issues("payments.status 1");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aStatusAndAPlanMayBeNumbers(Databases database) {
        create(database, "status INTEGER, plan SMALLINT, amount INTEGER");
        insert(database, "1, 2, 3");
        insert(database, "-1, 2, 4");
        insert(database, "7, 2, 5");

        measure(
                        database,
                        p -> p.fixedCurrency(CurrencyUnit.of("USD"))
                                .plan("plan")
                                .succeeded("1")
                                .failed("-1"))
                .shows("revenue.lifetime{currency=USD, plan=2}", "3")
                .shows("payments.success.lifetime", "1/2")
                .issues("payments.status 1");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "HSQLDB") // has no such types
    void statusesAndPlansMayBeOfAnEnumType(Databases database) {
        String type = "VARCHAR(9)";
        if (database == Databases.POSTGRESQL) {
            database.run(
                    "DROP TABLE IF EXISTS typed_payments",
                    "DROP TYPE IF EXISTS \"Pay Word\"",
                    "CREATE TYPE \"Pay Word\" AS ENUM ('paid', 'lost', 'odd', 'free', 'pro')");
            type = "\"Pay Word\"";
        } else {
            type = "ENUM('paid', 'lost', 'odd', 'free', 'pro')";
        }
        create(database, "status " + type + ", plan " + type + ", amount INTEGER");
        insert(database, "'paid', 'pro', 3");
        insert(database, "'lost', 'free', 4");
        insert(database, "'odd', NULL, 5");

        measure(
                        database,
                        p -> p.fixedCurrency(CurrencyUnit.of("USD"))
                                .plan("plan")
                                .succeeded("paid")
                                .failed("lost"))
                .showsOnly("revenue.lifetime", "{currency=USD, plan=free} 0", "{currency=USD, plan=pro} 3")
                .shows("payments.success.lifetime", "1/2")
                .issues("payments.status 1");
    }

    @Test
    void idsMayBeUuids() {
        for (Databases database : Databases.values()) {
            String id = "11111111-2222-3333-4444-555555555555";
            database.run(
                    "DROP TABLE IF EXISTS unique_users",
                    "DROP TABLE IF EXISTS unique_visits",
                    "CREATE TABLE unique_users (id UUID, born DATE)",
                    "CREATE TABLE unique_visits (who UUID, seen DATE)",
                    "INSERT INTO unique_users VALUES ('" + id + "', DATE '2026-03-01')",
                    "INSERT INTO unique_visits VALUES ('" + id + "', DATE '2026-04-10')");
            JdbcMetricsDataSource source = JdbcMetricsDataSource.of(
                    database.dataSource(),
                    MetricsSchema.builder()
                            .users(u -> u.table("unique_users").id("id").createdAt("born"))
                            .activity(
                                    a -> a.table("unique_visits").userId("who").occurredAt("seen"))
                            .build());

            assertThat(source.verify().errors()).isEmpty();
            Measured.of(source, SourceUnderTest.NOW).shows("users.retention.30d", "1/1");
        }
    }

    private static void create(Databases database, String columns) {
        database.run(
                "DROP TABLE IF EXISTS typed_payments",
                "CREATE TABLE typed_payments (" + columns + ", paid_on DATE, who INTEGER)");
    }

    private static void insert(Databases database, String values) {
        database.run("INSERT INTO typed_payments VALUES (" + values + ", DATE '2026-04-10', 1)");
    }

    private static Measured measure(Databases database, Consumer<PaymentsMapping> more) {
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(
                database.dataSource(),
                MetricsSchema.builder()
                        .plans("free", "pro")
                        .payments(p -> more.accept(p.table("typed_payments")
                                .userId("who")
                                .amount("amount")
                                .status("status")
                                .createdAt("paid_on")))
                        .build());
        assertThat(source.verify().errors()).isEmpty();
        return Measured.of(source, SourceUnderTest.NOW);
    }
}
