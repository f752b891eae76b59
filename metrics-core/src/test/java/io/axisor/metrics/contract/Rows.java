package io.axisor.metrics.contract;

import io.axisor.metrics.revenue.BillingInterval;
import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.revenue.SubscriptionStatus;
import io.axisor.metrics.source.row.ActivityEvent;
import io.axisor.metrics.source.row.Execution;
import io.axisor.metrics.source.row.MarketTrade;
import io.axisor.metrics.source.row.Payment;
import io.axisor.metrics.source.row.Subscription;
import io.axisor.metrics.source.row.SupportTicket;
import io.axisor.metrics.source.row.Trade;
import io.axisor.metrics.value.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Short ways to write the rows that tests need most. */
final class Rows {

    private Rows() {}

    static ActivityEvent event(String userId, Instant at) {
        return new ActivityEvent(userId, at);
    }

    /** A payment in dollars, created and paid at one instant. */
    static Payment dollars(
            String id, @Nullable String userId, String amount, @Nullable PaymentStatus status, Instant at) {
        return in("USD", id, userId, amount, status, at);
    }

    /** A payment of any currency, created and paid at one instant. */
    static Payment in(
            @Nullable String currency,
            String id,
            @Nullable String userId,
            String amount,
            @Nullable PaymentStatus status,
            @Nullable Instant at) {
        return new Payment(id, userId, new BigDecimal(amount), currency, status, at, at, null, null, null);
    }

    /** A payment in dollars that nothing came of yet. */
    static Payment unpaid(String id, @Nullable String userId, String amount, PaymentStatus status, Instant createdAt) {
        return new Payment(id, userId, new BigDecimal(amount), "USD", status, createdAt, null, null, null, null);
    }

    /** An active subscription in dollars without an end. */
    static Subscription subscription(
            String userId, String amount, BillingInterval interval, int intervalCount, Instant startedAt) {
        return new Subscription(
                userId,
                null,
                new BigDecimal(amount),
                "USD",
                interval,
                intervalCount,
                startedAt,
                null,
                SubscriptionStatus.ACTIVE);
    }

    /** A subscription at 10 dollars a month. */
    static Subscription monthly(
            String userId, Instant startedAt, @Nullable Instant endedAt, @Nullable SubscriptionStatus status) {
        return new Subscription(
                userId, null, BigDecimal.TEN, "USD", BillingInterval.MONTH, 1, startedAt, endedAt, status);
    }

    /** An execution that does not tell when it ended. */
    static Execution execution(@Nullable String automationId, Outcome outcome, @Nullable Instant startedAt) {
        return new Execution(automationId, outcome, startedAt, null);
    }

    /** An execution that succeeded after so many seconds. */
    static Execution took(long seconds, Instant startedAt) {
        return new Execution("a", Outcome.SUCCEEDED, startedAt, startedAt.plusSeconds(seconds));
    }

    /** A ticket that nobody answered, without due date and score. */
    static SupportTicket ticket(@Nullable Instant openedAt, @Nullable Instant resolvedAt) {
        return new SupportTicket(openedAt, null, resolvedAt, null, null);
    }

    /** A trade in dollars of so much, by nothing and nowhere, that is not closed. */
    static Trade trade(Outcome outcome, @Nullable String amount, @Nullable Instant at) {
        return trade("USD", outcome, amount, null, at);
    }

    /** A succeeded trade of one dollar that brought so many. */
    static Trade closed(String pnl, Instant at) {
        return trade("USD", Outcome.SUCCEEDED, "1", pnl, at);
    }

    /** A trade of any currency, by nothing and nowhere. */
    static Trade trade(
            @Nullable String currency,
            Outcome outcome,
            @Nullable String amount,
            @Nullable String pnl,
            @Nullable Instant at) {
        return new Trade(at, outcome, decimal(amount), currency, null, decimal(pnl), null, null);
    }

    /** A succeeded trade in dollars on a market. */
    static Trade on(@Nullable String market, String amount, @Nullable String price, Instant at) {
        return new Trade(at, Outcome.SUCCEEDED, decimal(amount), "USD", null, null, market, decimal(price));
    }

    /** An entry of a market log. */
    static MarketTrade logged(
            @Nullable String market, @Nullable String amount, @Nullable String price, @Nullable Instant at) {
        return new MarketTrade(market, decimal(amount), decimal(price), at);
    }

    private static @Nullable BigDecimal decimal(@Nullable String number) {
        return number == null ? null : new BigDecimal(number);
    }
}
