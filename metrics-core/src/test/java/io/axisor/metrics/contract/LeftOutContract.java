package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.Rows.dollars;
import static io.axisor.metrics.contract.Rows.monthly;
import static io.axisor.metrics.definition.MeasurementFlag.LEFT_OUT;
import static io.axisor.metrics.revenue.PaymentStatus.SUCCEEDED;
import static io.axisor.metrics.revenue.SubscriptionStatus.ACTIVE;
import static io.axisor.metrics.revenue.SubscriptionStatus.CANCELLED;
import static io.axisor.metrics.revenue.SubscriptionStatus.PAUSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.source.row.Payment;
import io.axisor.metrics.source.row.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How many rows were left out, and what that does to the measurements that they would have counted in. */
interface LeftOutContract extends SourceUnderTest {

    /** Sources that know what is stored say it. */
    String UNMAPPED = "(an unmapped status|the unmapped status '.+'|no status)";

    private static List<Payment> payments(int number, @Nullable PaymentStatus status, Instant at) {
        return IntStream.range(0, number)
                .mapToObj(i -> dollars(at + "-" + status + "-" + i, "a", "1", status, at))
                .toList();
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Company.Builder of(List<Payment>... payments) {
        return Company.builder()
                .knownCurrencies("USD")
                .payments(Arrays.stream(payments).flatMap(List::stream).toArray(Payment[]::new));
    }

    private static Company.Builder of(Subscription... subscriptions) {
        return Company.builder().knownCurrencies("USD").subscriptions(subscriptions);
    }

    private Instant halfADayBefore(int days) {
        return daysAgo(days).minus(Duration.ofHours(12));
    }

    @Test
    default void aStatusRenamedInTheMiddleOfAHistoryShowsWithinADay() {
        List<Payment> before = new ArrayList<>();
        for (int day = 1; day < 30; day++) {
            before.addAll(payments(10, SUCCEEDED, halfADayBefore(day)));
        }
        Company.Builder company = of(before, payments(20, null, halfADayBefore(0)));
        at(daysAgo(1), company)
                .shows("data.left.out.24h{table=payments}", "0/10")
                .shows("data.left.out.30d{table=payments}", "0/290")
                .shows("data.left.out.lifetime{table=payments}", "0/290")
                .shows("revenue.collected.24h{currency=USD}", "10")
                .flags("revenue.collected.24h{currency=USD}");
        Measured measured = now(company);
        measured.shows("data.left.out.24h{table=payments}", "20/20")
                .shows("data.left.out.30d{table=payments}", "20/310")
                .shows("data.left.out.lifetime{table=payments}", "20/310")
                .shows("revenue.collected.24h{currency=USD}", "UNDEFINED")
                .shows("revenue.collected.7d{currency=USD}", "60")
                .flags("revenue.collected.7d{currency=USD}", LEFT_OUT)
                .shows("revenue.collected.30d{currency=USD}", "290")
                .flags("revenue.collected.30d{currency=USD}", LEFT_OUT)
                .shows("payments.success.30d", "290/290")
                .flags("payments.success.30d", LEFT_OUT)
                .flags("revenue.lifetime{currency=USD, plan=unspecified}", LEFT_OUT)
                .issues("payments.status 20");
        assertThat(measured.reason("revenue.collected.24h{currency=USD}"))
                .matches("100 % of the payments in the window have " + UNMAPPED + " \\(20 of 20\\); .*");
    }

    @Test
    default void halfOfTheRowsIsFlaggedAndMoreOfTwentyIsUndefined() {
        String collected = "revenue.collected.24h{currency=USD}";
        Instant at = halfADayBefore(0);
        now(of(payments(1, null, at), payments(19, SUCCEEDED, at)))
                .shows(collected, "19")
                .flags(collected);
        now(of(payments(2, null, at), payments(37, SUCCEEDED, at)))
                .shows(collected, "37")
                .flags(collected, LEFT_OUT);
        now(of(payments(25, null, at), payments(25, SUCCEEDED, at)))
                .shows(collected, "25")
                .flags(collected, LEFT_OUT);
        now(of(payments(18, null, at), payments(1, SUCCEEDED, at)))
                .shows(collected, "1")
                .flags(collected, LEFT_OUT);
        Measured undefined = now(of(payments(27, null, at), payments(23, SUCCEEDED, at)));
        undefined.shows(collected, "UNDEFINED").shows("payments.success.30d", "UNDEFINED");
        assertThat(undefined.reason(collected))
                .matches("54 % of the payments in the window have " + UNMAPPED + " \\(27 of 50\\); .*");
    }

    @Test
    default void aMeasurementIsJudgedByTheTimeThatItCountsBy() {
        Instant yesterday = halfADayBefore(0);
        List<Payment> paidLater = payments(31, null, daysAgo(40)).stream()
                .map(payment -> payment.paid(yesterday))
                .toList();
        List<Payment> neverPaid = payments(21, null, daysAgo(3)).stream()
                .map(payment -> payment.paid(null))
                .toList();
        Company.Builder company = of(paidLater, payments(30, SUCCEEDED, yesterday));
        now(company)
                .shows("revenue.collected.24h{currency=USD}", "UNDEFINED")
                .shows("payments.success.30d", "30/30")
                .flags("payments.success.30d")
                .shows("data.left.out.24h{table=payments}", "0/30")
                .shows("data.left.out.lifetime{table=payments}", "31/61");
        now(of(neverPaid, payments(20, SUCCEEDED, yesterday)))
                .shows("revenue.collected.24h{currency=USD}", "20")
                .flags("revenue.collected.24h{currency=USD}")
                .shows("revenue.collected.7d{currency=USD}", "UNDEFINED");
    }

    @Test
    default void recurringRevenueIsJudgedByTheSubscriptionsThatAreOpen() {
        String mrr = "revenue.mrr{currency=USD, plan=unspecified}";
        Subscription[] ended = IntStream.range(0, 50)
                .mapToObj(i -> monthly("ended" + i, daysAgo(90), daysAgo(60), null))
                .toArray(Subscription[]::new);
        Subscription[] open = IntStream.range(0, 24)
                .mapToObj(i -> monthly("open" + i, daysAgo(12), null, ACTIVE))
                .toArray(Subscription[]::new);
        Subscription[] undated = {monthly("x", daysAgo(12), null, PAUSED), monthly("y", daysAgo(12), null, CANCELLED)};
        Subscription[] unmapped = IntStream.range(0, 27)
                .mapToObj(i -> monthly("unmapped" + i, halfADayBefore(0), null, null))
                .toArray(Subscription[]::new);
        now(of(all(ended, open)))
                .shows(mrr, "240")
                .flags(mrr)
                .shows("data.left.out.30d{table=subscriptions}", "0/24")
                .shows("data.left.out.lifetime{table=subscriptions}", "50/74");
        now(of(all(open, undated)))
                .shows(mrr, "240")
                .flags(mrr, LEFT_OUT)
                .shows("data.left.out.30d{table=subscriptions}", "2/26");
        Measured measured = now(of(all(open, undated, unmapped)));
        measured.shows("data.left.out.24h{table=subscriptions}", "27/27")
                .shows("data.left.out.30d{table=subscriptions}", "29/53")
                .shows(mrr, "UNDEFINED");
        assertThat(measured.reason(mrr))
                .matches("55 % of the subscriptions that last at t were left out, most of them because they have "
                        + UNMAPPED + " \\(29 of 53\\); .*");
    }

    private static Subscription[] all(Subscription[]... some) {
        return Stream.of(some).flatMap(Stream::of).toArray(Subscription[]::new);
    }

    @Test
    default void nothingOutOfNothingIsNoShare() {
        now(Company.builder().payments().subscriptions())
                .shows("data.left.out.24h{table=payments}", "NO_DATA")
                .shows("data.left.out.30d{table=payments}", "NO_DATA")
                .shows("data.left.out.lifetime{table=payments}", "NO_DATA")
                .shows("data.left.out.24h{table=subscriptions}", "NO_DATA")
                .shows("data.left.out.30d{table=subscriptions}", "NO_DATA")
                .shows("data.left.out.lifetime{table=subscriptions}", "NO_DATA");
    }
}
