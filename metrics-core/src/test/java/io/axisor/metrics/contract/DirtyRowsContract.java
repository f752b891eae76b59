package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.Rows.dollars;
import static io.axisor.metrics.revenue.PaymentStatus.FAILED;
import static io.axisor.metrics.revenue.PaymentStatus.PENDING;
import static io.axisor.metrics.revenue.PaymentStatus.REFUNDED;
import static io.axisor.metrics.revenue.PaymentStatus.SUCCEEDED;

import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.ActivityEvent;
import io.axisor.metrics.source.row.Payment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Rows that say something impossible: left out, and counted under the first check that they fail. The checks of
 * accounts, refunds, subscriptions, changes of plan and survey answers are with their subjects.
 */
interface DirtyRowsContract extends SourceUnderTest {

    private static Payment payment(
            String id,
            @Nullable String userId,
            @Nullable String amount,
            @Nullable String currency,
            @Nullable PaymentStatus status,
            @Nullable Instant createdAt,
            @Nullable Instant paidAt) {
        BigDecimal exact = amount == null ? null : new BigDecimal(amount);
        return new Payment(id, userId, exact, currency, status, createdAt, paidAt, null, null, null);
    }

    @Test
    default void aDirtyPaymentCountsNowhere() {
        Instant at = daysAgo(3);
        Instant latest = NOW.plus(Duration.ofMinutes(5));
        Instant future = justAfter(latest);
        now(Company.builder()
                        .accounts(Account.of("a", daysAgo(99)))
                        .payments(
                                payment("guest", null, null, null, null, null, null),
                                payment("amount", "a", null, null, null, null, null),
                                payment("negative", "a", "-0.01", "USD", SUCCEEDED, at, at),
                                payment("negative-refund", "a", "-1", "USD", REFUNDED, at, at),
                                payment("created", "a", "1", null, null, null, at),
                                payment("status", "a", "1", null, null, at, null),
                                payment("status-2", "a", "1", "USD", null, at, future),
                                payment("paid", "a", "1", "ZZZ", SUCCEEDED, at, null),
                                payment("paid-2", "a", "1", "USD", REFUNDED, at, null),
                                payment("future", "a", "1", "ZZZ", SUCCEEDED, future, at),
                                payment("future-2", "a", "1", "USD", SUCCEEDED, at, future),
                                payment("future-3", "a", "1", "USD", PENDING, at, future),
                                dollars("future-4", "a", "1", REFUNDED, at).refunded(null, future),
                                dollars("refunded", "a", "1", REFUNDED, at).refunded(new BigDecimal("-1"), future),
                                payment("currency", "a", "1", "ZZZ", SUCCEEDED, at, at),
                                payment("currency-2", "a", "1", null, FAILED, at, null),
                                payment("not-yet", null, "-1", null, null, NOW, at),
                                payment("not-yet-2", "a", "-1", null, null, latest, at)))
                .showsOnly(
                        "payments",
                        "{status=succeeded} 0",
                        "{status=refunded} 0",
                        "{status=failed} 0",
                        "{status=pending} 0")
                .showsOnly("revenue.lifetime", "{} NO_DATA")
                .shows("payments.success.lifetime", "NO_DATA")
                .showsOnly("users.paying", "{plan=unspecified} 1")
                .issues(
                        "payments.amount 4",
                        "payments.created_at 1",
                        "payments.status 2",
                        "payments.paid_at 2",
                        "payments.future 4",
                        "payments.refunded_amount 1",
                        "payments.currency 2");
    }

    @Test
    default void aTimestampWithinTheToleranceIsNoIssue() {
        Instant latest = NOW.plus(Duration.ofMinutes(5));
        now(Company.builder()
                        .payments(
                                dollars("1", "a", "1", SUCCEEDED, daysAgo(1)).paid(latest),
                                dollars("2", "a", "1", REFUNDED, daysAgo(1)).refunded(null, latest)))
                .shows("payments{status=pending}", "1")
                .shows("payments{status=succeeded}", "1")
                .issues();
    }

    @Test
    default void aDirtyEventIsNobodysActivity() {
        Instant latest = NOW.plus(Duration.ofMinutes(5));
        Company.Builder company = Company.builder()
                .activity(
                        new ActivityEvent(null, daysAgo(3)),
                        new ActivityEvent(null, null),
                        new ActivityEvent("a", null),
                        new ActivityEvent("a", latest),
                        new ActivityEvent("a", justAfter(latest)),
                        new ActivityEvent("a", NOW.plus(Duration.ofDays(99))),
                        new ActivityEvent(null, NOW));
        now(company)
                .shows("users.active.30d", "0")
                .issues("activity.user 2", "activity.occurred_at 1", "activity.future 2");
        at(daysAgo(3), company).issues("activity.user 1", "activity.occurred_at 1", "activity.future 2");
    }

    @Test
    default void everyCheckThatIsMadeAndFindsNothingShowsZero() {
        Company.Builder all = Company.builder()
                .plans("free")
                .accounts()
                .payments()
                .refunds()
                .subscriptions()
                .planChanges()
                .surveys()
                .automations()
                .executions()
                .trades()
                .marketLog()
                .featureUse()
                .tickets()
                .complianceRequests();
        now(all.activity())
                .showsOnly(
                        "data.issues",
                        Arrays.stream(DataCheck.values())
                                .filter(check -> check != DataCheck.USERS_LAST_ACTIVITY)
                                .map(check -> "{check=" + check.key() + "} 0")
                                .toArray(String[]::new));
        now(Company.builder().lastActivityOnAccounts().accounts())
                .showsOnly(
                        "data.issues",
                        "{check=users.id} 0",
                        "{check=users.created_at} 0",
                        "{check=users.future} 0",
                        "{check=users.duplicate} 0",
                        "{check=users.last_activity_at} 0");
        now(Company.builder()).showsOnly("data.issues");
    }
}
