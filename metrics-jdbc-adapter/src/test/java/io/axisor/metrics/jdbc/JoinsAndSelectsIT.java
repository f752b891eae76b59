package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.value.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Facts that stand in more than one table. */
@ParameterizedClass
@EnumSource(Databases.class)
class JoinsAndSelectsIT {

    private final Databases database;

    JoinsAndSelectsIT(Databases database) {
        this.database = database;
    }

    @BeforeEach
    void create() {
        database.run(
                "DROP TABLE IF EXISTS members",
                "DROP TABLE IF EXISTS member_plans",
                "DROP TABLE IF EXISTS bills",
                "CREATE TABLE members (id INTEGER, born DATE, country VARCHAR(2))",
                "CREATE TABLE member_plans (member_id INTEGER, plan VARCHAR(9), currency VARCHAR(3), since DATE)",
                "CREATE TABLE bills (nr INTEGER, member_id INTEGER, total DECIMAL(9, 2), paid_on DATE)",
                "INSERT INTO members VALUES (1, DATE '2026-01-05', 'DE'), (2, DATE '2026-03-01', 'US'),"
                        + " (3, DATE '2026-04-14', 'US')",
                "INSERT INTO member_plans VALUES (1, 'pro', 'EUR', DATE '2026-01-06'), (2, 'free', 'USD', NULL)",
                "INSERT INTO bills VALUES (1, 1, 10.5, DATE '2026-04-01'), (2, 2, 3, DATE '2026-04-02'),"
                        + " (3, 1, 4, NULL), (4, 3, 9, DATE '2026-04-03')");
    }

    @Test
    void thePlanOfUsersMayStandInAnotherTable() {
        measure(MetricsSchema.builder()
                        .plans("free", "pro", "gold")
                        .users(u -> u.table("members")
                                .join(
                                        "p",
                                        j -> j.table("member_plans")
                                                .key("member_id")
                                                .matching("id"))
                                .id("id")
                                .createdAt("born")
                                .plan("p.plan")))
                .showsOnly("users", "{plan=free} 1", "{plan=pro} 1", "{plan=gold} 0", "{plan=unspecified} 1");
    }

    @Test
    void whatIsJoinedToUsersOrPaymentsMayItselfHaveAnotherTable() {
        measure(MetricsSchema.builder()
                        .users(u -> u.table("members")
                                .join(
                                        "p",
                                        j -> j.table("member_plans")
                                                .key("member_id")
                                                .matching("id"))
                                .id("id")
                                .createdAt("born")
                                .plan("p.plan"))
                        .activity(a -> a.table("bills").userId("member_id").occurredAt("paid_on"))
                        .payments(p -> p.select("SELECT b.*, 1 AS state FROM bills b WHERE paid_on IS NOT NULL")
                                .join(
                                        "p",
                                        j -> j.table("member_plans")
                                                .key("member_id")
                                                .matching("member_id"))
                                .id("nr")
                                .userId("member_id")
                                .amount("total")
                                .currency("p.currency")
                                .status("state")
                                .succeeded("1")
                                .createdAt("paid_on"))
                        .refunds(r -> r.select("SELECT nr, paid_on, 1 AS back FROM bills WHERE nr = 1")
                                .paymentId("nr")
                                .amount("back")
                                .refundedAt("paid_on")))
                .showsOnly("revenue.lifetime", "{currency=EUR, plan=pro} 9.5", "{currency=USD, plan=free} 3")
                .showsOnly("users.paying", "{plan=free} 1", "{plan=pro} 1", "{plan=unspecified} 1")
                .shows("users.lifecycle.30d{state=new}", "1");
    }

    @Test
    void theCurrencyAndThePlanOfPaymentsMayStandInAnotherTable() {
        measure(MetricsSchema.builder()
                        .payments(p -> p.select(
                                        "SELECT b.*, CASE WHEN paid_on IS NULL THEN 'open' ELSE 'paid' END AS state,"
                                                + " DATE '2026-03-31' AS made FROM bills b")
                                .join(
                                        "account",
                                        j -> j.table("Member_Plans")
                                                .key("MEMBER_ID")
                                                .matching("member_id"))
                                .id("nr")
                                .userId("member_id")
                                .amount("total")
                                .currency("account.currency")
                                .plan("account.plan")
                                .status("state")
                                .succeeded("paid")
                                .pending("open")
                                .createdAt("made")
                                .paidAt("paid_on")))
                .showsOnly("revenue.lifetime", "{currency=EUR, plan=pro} 10.5", "{currency=USD, plan=free} 3")
                .showsOnly("revenue.collected.30d", "{currency=EUR} 10.5", "{currency=USD} 3")
                .issues("payments.currency 1");
    }

    @Test
    void aTimeMayStandInAnotherTable() {
        measure(MetricsSchema.builder()
                        .users(u -> u.table("members")
                                .join(
                                        "p",
                                        j -> j.table("member_plans")
                                                .key("member_id")
                                                .matching("id"))
                                .id("id")
                                .createdAt("p.since")))
                .showsOnly("users", "{plan=unspecified} 1")
                .issues("users.created_at 2");
    }

    @Test
    void paymentsWithoutAPlanHaveTheirAccountsOne() {
        measure(MetricsSchema.builder()
                        .users(u -> u.select("SELECT id, born, country AS tier FROM members WHERE id < 3")
                                .id("id")
                                .createdAt("born")
                                .plan("tier"))
                        .payments(p -> p.select("SELECT b.*, 1 AS state FROM bills b WHERE paid_on IS NOT NULL")
                                .userId("member_id")
                                .amount("total")
                                .fixedCurrency(CurrencyUnit.of("USD"))
                                .status("state")
                                .succeeded("1")
                                .createdAt("paid_on")))
                .showsOnly(
                        "revenue.lifetime",
                        "{currency=USD, plan=DE} 10.5",
                        "{currency=USD, plan=US} 3",
                        "{currency=USD, plan=unspecified} 9");
    }

    private Measured measure(MetricsSchema.Builder schema) {
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(database.dataSource(), schema.build());
        assertThat(source.verify().errors()).isEmpty();
        return Measured.of(source, SourceUnderTest.NOW);
    }
}
