package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.Rows.dollars;
import static io.axisor.metrics.contract.Rows.in;
import static io.axisor.metrics.contract.Rows.unpaid;
import static io.axisor.metrics.revenue.PaymentStatus.FAILED;
import static io.axisor.metrics.revenue.PaymentStatus.REFUNDED;
import static io.axisor.metrics.revenue.PaymentStatus.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.revenue.RefundStatus;
import io.axisor.metrics.source.MetricsDataException;
import io.axisor.metrics.source.MetricsDataSource;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.Refund;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The three shapes of refunds. */
interface RefundsContract extends SourceUnderTest {

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }

    @Test
    default void anUndatedRefundOnThePaymentLeavesTheSumsOfItsPayment() {
        now(Company.builder()
                        .payments(
                                dollars("1", "a", "100", SUCCEEDED, daysAgo(5)),
                                dollars("2", "a", "40", REFUNDED, daysAgo(40)),
                                dollars("3", "a", "7", REFUNDED, daysAgo(30)),
                                unpaid("4", "a", "1000", FAILED, daysAgo(5))))
                .shows("revenue.collected.30d{currency=USD}", "100")
                .shows("revenue.gross.30d{currency=USD}", "107")
                .shows("revenue.refunded.30d{currency=USD}", "7")
                .shows("revenue.gross.lifetime{currency=USD}", "147")
                .shows("revenue.refunded.lifetime{currency=USD}", "47")
                .showsOnly("revenue.lifetime", "{currency=USD, plan=unspecified} 100")
                .shows("payments.refund.30d", "1/2")
                .shows("payments.refund.lifetime", "2/3")
                .shows("revenue.refund.30d{currency=USD}", "7/107")
                .shows("revenue.refund.lifetime{currency=USD}", "47/147")
                .shows("revenue.growth.30d{currency=USD}", "UNDEFINED");
    }

    @Test
    default void aRefundToComeMakesNoCurrencyKnown() {
        at(
                        daysAgo(31),
                        Company.builder()
                                .payments(
                                        dollars("1", "a", "100", SUCCEEDED, daysAgo(45)),
                                        in("JPY", "2", "a", "900", SUCCEEDED, daysAgo(10)),
                                        in("EUR", "3", null, "9", SUCCEEDED, daysAgo(10)))
                                .refunds(
                                        new Refund("2", amount("900"), daysAgo(4)),
                                        new Refund("3", amount("9"), daysAgo(4))))
                .showsOnly("revenue.lifetime", "{currency=USD, plan=unspecified} 100")
                .showsOnly("revenue.refunded.lifetime", "{currency=USD} 0");
    }

    @Test
    default void aDatedRefundOnThePaymentBelongsToItsOwnDate() {
        Company.Builder company = Company.builder()
                .payments(
                        dollars("1", "a", "100", SUCCEEDED, daysAgo(45)),
                        dollars("2", "a", "40", REFUNDED, daysAgo(45)).refunded(null, daysAgo(30)),
                        dollars("3", "a", "7", REFUNDED, daysAgo(45)).refunded(null, justBefore(daysAgo(30))),
                        dollars("4", "a", "3", REFUNDED, daysAgo(4)).refunded(null, NOW));
        now(company)
                .shows("revenue.gross.30d{currency=USD}", "3")
                .shows("revenue.refunded.30d{currency=USD}", "40")
                .shows("revenue.collected.30d{currency=USD}", "-37")
                .shows("revenue.refunded.lifetime{currency=USD}", "47")
                .shows("revenue.growth.30d{currency=USD}", "-177/140")
                .shows("payments.refund.30d", "1/1")
                .shows("payments.refund.lifetime", "2/4")
                .shows("revenue.refund.30d{currency=USD}", "40/3")
                .shows("payments{status=refunded}", "2")
                .shows("payments{status=succeeded}", "2")
                .issues();
        at(daysAgo(31), company)
                .shows("revenue.refunded.lifetime{currency=USD}", "0")
                .shows("payments{status=refunded}", "0")
                .shows("payments{status=succeeded}", "3");
    }

    @Test
    default void aPaymentMayBeRefundedInPart() {
        now(Company.builder()
                        .payments(
                                dollars("1", "a", "100", SUCCEEDED, daysAgo(45)).refunded(amount("30.01"), daysAgo(3)),
                                dollars("2", "a", "100", REFUNDED, daysAgo(5)).refunded(amount("0.99"), null),
                                dollars("3", "a", "100", SUCCEEDED, daysAgo(5)).refunded(null, daysAgo(4)),
                                dollars("4", "a", "100", FAILED, daysAgo(5)).refunded(amount("5"), daysAgo(4))))
                .shows("revenue.gross.30d{currency=USD}", "200")
                .shows("revenue.refunded.30d{currency=USD}", "31")
                .shows("revenue.collected.30d{currency=USD}", "169")
                .shows("payments{status=refunded}", "1")
                .shows("payments.refund.30d", "1/2");
    }

    @Test
    default void refundRowsAreSubtractedWhateverTheirSign() {
        Company.Builder company = Company.builder()
                .refundsOnOwnRows()
                .plansOnPayments()
                .payments(
                        dollars("1", "a", "100", SUCCEEDED, daysAgo(45)).forPlan("pro"),
                        dollars("2", "a", "50", SUCCEEDED, daysAgo(5)).forPlan("free"),
                        dollars("3", "a", "30", REFUNDED, daysAgo(30)).forPlan("pro"),
                        dollars("4", "a", "-7", REFUNDED, justBefore(NOW)).forPlan("free"),
                        dollars("5", "b", "-2", REFUNDED, justBefore(daysAgo(30))),
                        dollars("6", "b", "-1", REFUNDED, daysAgo(3)).paid(NOW),
                        dollars("7", "b", "-1", SUCCEEDED, daysAgo(3)),
                        unpaid("8", "b", "9", FAILED, daysAgo(3)));
        now(company)
                .shows("revenue.gross.30d{currency=USD}", "50")
                .shows("revenue.refunded.30d{currency=USD}", "37")
                .shows("revenue.collected.30d{currency=USD}", "13")
                .shows("revenue.collected.24h{currency=USD}", "-7")
                .shows("revenue.refunded.lifetime{currency=USD}", "39")
                .showsOnly(
                        "revenue.lifetime",
                        "{currency=USD, plan=pro} 70",
                        "{currency=USD, plan=free} 43",
                        "{currency=USD, plan=unspecified} -2")
                .shows("payments.success.30d", "1/2")
                .shows("payments.success.lifetime", "2/3")
                .shows("payments.refund.30d", "2/1")
                .shows("payments.refund.lifetime", "3/2")
                .shows("revenue.arppu.30d{currency=USD}", "13/1")
                .showsOnly(
                        "payments",
                        "{status=succeeded} 2",
                        "{status=refunded} 3",
                        "{status=failed} 1",
                        "{status=pending} 1")
                .issues("payments.amount 1");
    }

    @Test
    default void severalRefundsOfATableMayBeOfOnePayment() {
        Company.Builder company = Company.builder()
                .plansOnPayments()
                .accounts(Account.of("a", daysAgo(99)).onPlan("free"))
                .payments(
                        dollars("1", "a", "100", SUCCEEDED, daysAgo(45)).forPlan("pro"),
                        in("JPY", "2", "a", "900", REFUNDED, daysAgo(5)),
                        dollars("3", "a", "50", SUCCEEDED, daysAgo(5)))
                .refunds(
                        new Refund("1", amount("10"), daysAgo(30)),
                        new Refund("1", amount("20"), justBefore(NOW)),
                        new Refund("1", amount("5"), justBefore(daysAgo(30))),
                        new Refund("1", amount("1"), NOW),
                        new Refund("2", amount("300"), daysAgo(2)),
                        new Refund("3", amount("0"), justBefore(daysAgo(30))));
        now(company)
                .showsOnly("revenue.gross.30d", "{currency=USD} 50", "{currency=JPY} 900")
                .showsOnly("revenue.refunded.30d", "{currency=USD} 30", "{currency=JPY} 300")
                .showsOnly("revenue.collected.30d", "{currency=USD} 20", "{currency=JPY} 600")
                .showsOnly("revenue.collected.24h", "{currency=USD} -20", "{currency=JPY} 0")
                .shows("revenue.refunded.lifetime{currency=USD}", "35")
                .showsOnly(
                        "revenue.lifetime",
                        "{currency=USD, plan=pro} 65",
                        "{currency=USD, plan=unspecified} 50",
                        "{currency=JPY, plan=unspecified} 600")
                .shows("payments.success.lifetime", "3/3")
                .shows("payments.refund.30d", "2/2")
                .shows("payments.refund.lifetime", "3/3")
                .shows("revenue.refund.30d{currency=USD}", "30/50")
                .shows("payments{status=refunded}", "1")
                .issues();
    }

    @Test
    default void orphanRefundsAreIssues() {
        Instant latest = NOW.plus(Duration.ofMinutes(5));
        Company.Builder company = Company.builder()
                .payments(
                        dollars("1", "a", "100", SUCCEEDED, daysAgo(45)),
                        in("ZZZ", "2", "a", "100", SUCCEEDED, daysAgo(45)),
                        dollars("3", "a", "100", null, daysAgo(45)))
                .refunds(
                        new Refund("none", amount("1"), daysAgo(3)),
                        new Refund(null, amount("1"), daysAgo(3)),
                        new Refund("2", amount("1"), daysAgo(3)),
                        new Refund("3", null, null),
                        new Refund("1", null, daysAgo(3)),
                        new Refund("1", amount("-1"), daysAgo(3)),
                        new Refund("1", amount("-1"), null),
                        new Refund("1", amount("1"), null),
                        new Refund("1", amount("1"), latest),
                        new Refund("1", amount("1"), justAfter(latest)),
                        new Refund("none", amount("1"), NOW));
        now(company)
                .shows("revenue.refunded.lifetime{currency=USD}", "0")
                .shows("revenue.lifetime{currency=USD, plan=unspecified}", "100")
                .shows("payments.refund.lifetime", "0/1")
                .issues(
                        "payments.currency 1",
                        "payments.status 1",
                        "refunds.payment 4",
                        "refunds.amount 3",
                        "refunds.refunded_at 1",
                        "refunds.future 1");
    }

    @Test
    default void onlyRefundsThatSucceededCountAndOthersAreNoIssue() {
        Instant at = daysAgo(3);
        now(Company.builder()
                        .payments(dollars("1", "a", "100", SUCCEEDED, daysAgo(5)))
                        .refunds(
                                new Refund("1", amount("1"), at, RefundStatus.SUCCEEDED),
                                new Refund("1", amount("2"), null, RefundStatus.PENDING),
                                new Refund("1", amount("-4"), at, RefundStatus.FAILED),
                                new Refund("none", amount("8"), at, RefundStatus.IGNORED),
                                new Refund("1", amount("16"), at, null),
                                new Refund("none", amount("32"), at, null),
                                new Refund("1", amount("64"), null, null)))
                .shows("revenue.refunded.30d{currency=USD}", "1")
                .shows("revenue.refunded.lifetime{currency=USD}", "1")
                .shows("revenue.collected.7d{currency=USD}", "99")
                .shows("payments.refund.30d", "1/1")
                .issues("refunds.status 2", "refunds.payment 1");
    }

    @Test
    default void aRefundOfAnIgnoredPaymentIsLeftOutWithItAndOneOfADirtyPaymentIsAnIssue() {
        Instant at = daysAgo(3);
        now(Company.builder()
                        .payments(
                                dollars("1", "a", "100", SUCCEEDED, daysAgo(5)),
                                dollars("ignored", "a", "100", PaymentStatus.IGNORED, daysAgo(5)),
                                in("ZZZ", "ignored-2", null, "-1", PaymentStatus.IGNORED, null),
                                dollars("dirty", "a", "-1", SUCCEEDED, daysAgo(5)),
                                unpaid("failed", "a", "7", FAILED, daysAgo(5)))
                        .refunds(
                                new Refund("1", amount("1"), at),
                                new Refund("ignored", amount("2"), at),
                                new Refund("ignored-2", null, null),
                                new Refund("dirty", amount("4"), at),
                                new Refund("none", amount("8"), at)))
                .shows("revenue.gross.lifetime{currency=USD}", "100")
                .shows("revenue.refunded.30d{currency=USD}", "1")
                .shows("revenue.refunded.lifetime{currency=USD}", "1")
                .shows("payments.success.30d", "1/2")
                .showsOnly(
                        "payments",
                        "{status=succeeded} 1",
                        "{status=refunded} 0",
                        "{status=failed} 1",
                        "{status=pending} 0")
                .issues("payments.amount 1", "refunds.payment 2");
    }

    @Test
    default void refundsWithoutAnySuccessHaveNoRate() {
        now(Company.builder().refundsOnOwnRows().payments(dollars("1", "a", "3", REFUNDED, daysAgo(3))))
                .shows("payments.success.30d", "NO_DATA")
                .shows("payments.refund.30d", "UNDEFINED")
                .shows("revenue.refund.30d{currency=USD}", "UNDEFINED")
                .shows("revenue.collected.30d{currency=USD}", "-3");
    }

    @Test
    default void aRefundOfTwoPaymentsIsRefusedSinceItWouldCountTwice() {
        MetricsDataSource source = loaded(Company.builder()
                .payments(dollars("1", "a", "10", SUCCEEDED, daysAgo(5)), dollars("1", "b", "5", SUCCEEDED, daysAgo(4)))
                .refunds(new Refund("1", amount("4"), daysAgo(3)))
                .build());
        assertThatThrownBy(() -> source.revenue(new AsOf(NOW, NOW, BusinessCalendar.of(ZONE))))
                .isInstanceOf(MetricsDataException.class)
                .hasMessageContaining("so each refund of them would count several times");
    }
}
