package io.axisor.metrics.contract;

import static io.axisor.metrics.revenue.PaymentStatus.REFUNDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.automation.AutomationDefinitions;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.platform.PlatformDefinitions;
import io.axisor.metrics.source.MetricsDataSource;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.system.SystemDefinitions;
import io.axisor.metrics.trading.TradingDefinitions;
import io.axisor.metrics.value.Status;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is not mapped is unavailable; what is mapped and empty is zero, or has nothing to divide. */
interface MappingContract extends SourceUnderTest {

    @Test
    default void nothingMappedMakesEverythingUnavailableAndSaysWhatIsMissing() {
        assertThat(now(Company.builder()).snapshot().measurements())
                .allSatisfy(m -> assertThat(m.status()).isEqualTo(Status.UNAVAILABLE))
                .allSatisfy(m -> assertThat(m.reason())
                        .get()
                        .asString()
                        .contains(m.definition().equals(SystemDefinitions.UPTIME) ? "heartbeats" : "mapped"))
                .extracting(m -> m.definition().key())
                .contains("users", "users.active", "revenue.mrr", "revenue.lifetime", "revenue.clv", "payments")
                .containsAll(Stream.of(AutomationDefinitions.ALL, TradingDefinitions.ALL, PlatformDefinitions.ALL)
                        .flatMap(List::stream)
                        .map(MetricDefinition::key)
                        .toList());
    }

    @Test
    default void emptyTablesAreZeroWhereANumberIsAndNoDataOrUndefinedWhereAQuotientIs() {
        now(Company.builder()
                        .plans("pro")
                        .knownCurrencies("USD")
                        .accounts()
                        .lastActivityOnAccounts()
                        .payments()
                        .subscriptions()
                        .planChanges()
                        .surveys())
                .showsOnly("users", "{plan=pro} 0")
                .shows("users.new.today", "0")
                .shows("users.active.30d", "0")
                .shows("users.retention.30d", "UNDEFINED")
                .shows("users.churn.30d", "UNDEFINED")
                .shows("users.stickiness", "NO_DATA")
                .shows("users.conversion.30d", "UNDEFINED")
                .showsOnly("users.paying", "{plan=pro} 0")
                .shows("plans.changes.30d{direction=upgrade}", "0")
                .shows("plans.upgrade.30d", "UNDEFINED")
                .showsOnly("revenue.lifetime", "{currency=USD, plan=pro} 0")
                .showsOnly("revenue.collected.24h", "{currency=USD} 0")
                .showsOnly("revenue.mrr", "{currency=USD, plan=pro} 0")
                .showsOnly("revenue.growth.30d", "{currency=USD} NO_DATA")
                .showsOnly("revenue.arpu.30d", "{currency=USD} UNDEFINED")
                .showsOnly("revenue.arppu.30d", "{currency=USD} NO_DATA")
                .showsOnly("revenue.per.account.lifetime", "{currency=USD} UNDEFINED")
                .showsOnly("revenue.clv", "{currency=USD} UNDEFINED")
                .shows("payments{status=succeeded}", "0")
                .shows("payments.success.30d", "NO_DATA")
                .shows("payments.refund.lifetime", "NO_DATA")
                .showsOnly("revenue.refund.lifetime", "{currency=USD} NO_DATA")
                .issues();
    }

    @Test
    default void withoutAKnownCurrencyEmptyPaymentsTellNoSum() {
        now(Company.builder()
                        .recurringFromPayments()
                        .accounts(Account.of("a", daysAgo(9)))
                        .payments())
                .showsOnly("revenue.lifetime", "{} NO_DATA")
                .showsOnly("revenue.collected.30d", "{} NO_DATA")
                .showsOnly("revenue.mrr", "{} NO_DATA")
                .showsOnly("revenue.arpu.30d", "{} NO_DATA")
                .showsOnly("revenue.per.account.lifetime", "{} NO_DATA")
                .shows("payments{status=succeeded}", "0");
    }

    @Test
    default void anEmptyRefundTableRefundsNothing() {
        now(Company.builder()
                        .payments(Rows.dollars("1", "a", "9", REFUNDED, daysAgo(3)))
                        .refunds())
                .shows("revenue.collected.30d{currency=USD}", "9")
                .shows("payments.refund.30d", "0/1");
    }

    @Test
    default void aSecondMeasuringSeesTheSame() {
        Company company = new RandomCompany(99, tick(), decimalsOfQuantities()).build();
        MetricsDataSource source = loaded(company);
        assertThat(Measurements.differences(
                        Measured.of(source, NOW).snapshot().measurements(),
                        Measured.of(source, NOW).snapshot().measurements()))
                .isEmpty();
    }
}
