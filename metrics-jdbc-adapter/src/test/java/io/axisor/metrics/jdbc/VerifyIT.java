package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axisor.metrics.source.MetricsDataException;
import io.axisor.metrics.value.CurrencyUnit;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The preflight: everything that is wrong at once, each with what to change. */
class VerifyIT {

    private static final CurrencyUnit USD = CurrencyUnit.of("USD");

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void aThoroughlyWrongMappingIsToldInOneReport(Databases database) throws IOException {
        create(database);
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(database.dataSource(), thoroughlyWrong());
        SchemaReport report = source.verify();

        assertThat(report.toString()).isEqualTo(Golden.text("verify-" + database + ".txt"));
        assertThat(report.isUsable()).isFalse();
        assertThatThrownBy(report::orThrow)
                .isInstanceOf(MetricsDataException.class)
                .hasMessage(report.toString());
        assertTellsOf("users", report, () -> source.users(WholeCompany.AT));
        assertTellsOf("payments", report, () -> source.revenue(WholeCompany.AT));
    }

    /** Of what it needs itself, and of nothing else, so that the other domains go on. */
    private static void assertTellsOf(String fact, SchemaReport report, ThrowingCallable domain) {
        List<String> errors =
                report.errors().stream().filter(error -> error.startsWith(fact)).toList();
        assertThat(errors).isNotEmpty();
        assertThatThrownBy(domain)
                .isInstanceOf(MetricsDataException.class)
                .hasMessage(new SchemaReport(errors, List.of()).toString());
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aMappingWithWarningsIsUsable(Databases database) {
        create(database);
        SchemaReport report = JdbcMetricsDataSource.of(
                        database.dataSource(),
                        MetricsSchema.builder()
                                .payments(p -> p.table("shop_payments")
                                        .userId("account_id")
                                        .amount("amount")
                                        .fixedCurrency(USD)
                                        .status("status")
                                        .succeeded("paid")
                                        .pending("open")
                                        .createdAt("created_at"))
                                .build())
                .verify();
        String table = database == Databases.POSTGRESQL ? "public.shop_payments" : "PUBLIC.SHOP_PAYMENTS";
        String column = database == Databases.POSTGRESQL ? "created_at" : "CREATED_AT";

        assertThat(report.contentErrors()).isEmpty();
        assertThat(report.orThrow().warnings()).hasSize(2);
        assertThat(report.warnings().get(0))
                .startsWith(
                        "payments.status: 3 of 5 rows (60.0 %) are left out, since their value means none of succeeded,"
                                + " refunded, failed, pending")
                .contains(": 'chargeback' in 2 rows, 'PAID' in 1 row (resembles 'paid'; map it with"
                        + " .succeeded(\"PAID\")); map each with .succeeded(...)");
        assertThat(report.warnings().get(1))
                .isEqualTo(
                        "payments.createdAt: no index of table %s begins with '%s'; windows will read the whole table"
                                .formatted(table, column));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aMappingThatFitsHasNothingToTell(Databases database) {
        create(database);
        database.run("CREATE INDEX by_creation ON shop_accounts (created_at, id)");

        assertThat(JdbcMetricsDataSource.of(
                                database.dataSource(),
                                MetricsSchema.builder()
                                        .users(u -> u.table("shop_accounts")
                                                .id("id")
                                                .createdAt("created_at"))
                                        .build())
                        .verify())
                .hasToString("The mapping fits the database.");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void keysThatTheDatabaseWillNotCompareAreToldBeforeTheFirstQuestion(Databases database) {
        database.run(
                "DROP TABLE IF EXISTS ids",
                "DROP TABLE IF EXISTS visits",
                "CREATE TABLE ids (id DATE, born DATE)",
                "CREATE TABLE visits (who BIGINT, seen DATE)");
        SchemaReport report = JdbcMetricsDataSource.of(
                        database.dataSource(),
                        MetricsSchema.builder()
                                .users(u -> u.table("ids").id("id").createdAt("born"))
                                .activity(a -> a.table("visits").userId("who").occurredAt("seen"))
                                .build())
                .verify();

        assertThat(report.errors())
                .singleElement()
                .asString()
                .startsWith("activity.userId: it is ")
                .contains(", which the database does not compare: users.id is date;");
    }

    @Test
    void nothingMappedIsWarnedOf() {
        assertThat(JdbcMetricsDataSource.of(
                                Databases.H2.dataSource(),
                                MetricsSchema.builder().build())
                        .verify())
                .hasToString(
                        "The mapping fits the database, with 1 warning:\n  warning  nothing is mapped, so every metric"
                                + " is UNAVAILABLE; map users, payments, activity, ...");
    }

    private static void create(Databases database) {
        database.run(
                "DROP TABLE IF EXISTS shop_payments",
                "DROP TABLE IF EXISTS shop_accounts",
                "CREATE TABLE shop_accounts (id INTEGER, created_at TIMESTAMP, seen " + database.zonedType()
                        + ", birthday DATE, counter BIGINT, tier VARCHAR(10), \"Tier\" VARCHAR(10), \"tIER\""
                        + " VARCHAR(10))",
                "CREATE TABLE shop_payments (id INTEGER, account_id INTEGER, amount DECIMAL(10, 2), note VARCHAR(40),"
                        + " status VARCHAR(20), code INTEGER, settled BOOLEAN, created_at TIMESTAMP)",
                "INSERT INTO shop_payments (status) VALUES ('paid'), ('PAID'), ('chargeback'), ('chargeback'),"
                        + " ('open')");
    }

    /** The error of the SELECT must not hide those after it on a database that then wants a new transaction. */
    private static MetricsSchema thoroughlyWrong() {
        return MetricsSchema.builder()
                .plans("free", "pro")
                .users(u -> u.table("shop_acounts").id("id").createdAt("created_at"))
                .activity(a ->
                        a.select("SELECT id FROM no_such_table").userId("id").occurredAt("at"))
                .payments(p -> p.table("shop_payments")
                        .join("account", j -> j.table("shop_accounts").key("nr").matching("acount_id"))
                        .id("identifier")
                        .userId("acount_id")
                        .amount("note")
                        .plan("account.TIER")
                        .fixedCurrency(USD)
                        .status("code")
                        .succeeded("paid", "1")
                        .failed("0")
                        .createdAt("created_at", TimeKind.instant())
                        .paidAt("account.counter"))
                .refunds(r -> r.table("shop_payments")
                        .paymentId("id")
                        .amount("amount")
                        .refundedAt("created_at", TimeKind.dateIn(ZoneOffset.UTC)))
                .subscriptions(s -> s.table("shop_accounts")
                        .join("billing", j -> j.table("shop_billing").key("id").matching("id"))
                        .userId("id")
                        .amount("billing.amount")
                        .fixedCurrency(USD)
                        .interval("teir")
                        .monthly("month")
                        .startedAt("seen", TimeKind.localIn(ZoneOffset.UTC))
                        .endedAt("birthday", TimeKind.epochMillis()))
                .planChanges(c -> c.table("shop_payments")
                        .userId("account_id")
                        .fromPlan("code")
                        .toPlan("settled")
                        .changedAt("id", TimeKind.instant()))
                .surveys(s -> s.table("shop_accounts")
                        .kind("tier")
                        .score("counter")
                        .answeredAt("tier", TimeKind.epochSeconds()))
                .build();
    }
}
