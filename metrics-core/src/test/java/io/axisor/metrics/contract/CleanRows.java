package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.SourceUnderTest.NOW;

import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.revenue.SubscriptionStatus;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.ActivityEvent;
import io.axisor.metrics.source.row.Automation;
import io.axisor.metrics.source.row.ComplianceRequest;
import io.axisor.metrics.source.row.Execution;
import io.axisor.metrics.source.row.FeatureUse;
import io.axisor.metrics.source.row.MarketTrade;
import io.axisor.metrics.source.row.Payment;
import io.axisor.metrics.source.row.PlanChange;
import io.axisor.metrics.source.row.Refund;
import io.axisor.metrics.source.row.Subscription;
import io.axisor.metrics.source.row.SupportTicket;
import io.axisor.metrics.source.row.SurveyAnswer;
import io.axisor.metrics.source.row.Trade;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.users.SurveyKind;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rows of one company that no check leaves out at any instant, payments before their refunds. The rules are written
 * for tests, not taken from a source, so that a check that changes does not change the companies.
 */
final class CleanRows implements Predicate<Object> {

    private static final Instant LATEST = NOW.plus(AsOf.CLOCK_TOLERANCE);
    private static final Set<String> PLANS = Set.of("free", "pro", "team");

    private final boolean fixedCurrency;
    private final boolean refundsOnOwnRows;
    private final Set<String> accounts = new HashSet<>();
    private final Set<String> payments = new HashSet<>();

    CleanRows(boolean fixedCurrency, boolean refundsOnOwnRows) {
        this.fixedCurrency = fixedCurrency;
        this.refundsOnOwnRows = refundsOnOwnRows;
    }

    @Override
    public boolean test(Object row) {
        if (row instanceof Account account) {
            return happened(account.createdAt())
                    && maybe(account.lastActivityAt())
                    && account.id() != null
                    && accounts.add(account.id());
        }
        if (row instanceof ActivityEvent event) {
            return event.userId() != null && happened(event.occurredAt());
        }
        return isCleanMoney(row) && isCleanRest(row) && isCleanAutomation(row) && isCleanPlatform(row);
    }

    private boolean isCleanMoney(Object row) {
        if (row instanceof Payment payment) {
            return isClean(payment) && payments.add(payment.id());
        }
        if (row instanceof Refund refund) {
            return refund.status() != null
                    && refund.paymentId() != null
                    && payments.contains(refund.paymentId())
                    && isAmount(refund.amount())
                    && happened(refund.refundedAt());
        }
        if (row instanceof Subscription subscription) {
            return subscription.userId() != null
                    && isAmount(subscription.amount())
                    && hasCurrency(subscription.currency())
                    && subscription.interval() != null
                    && subscription.intervalCount() > 0
                    && subscription.startedAt() != null
                    && subscription.status() != null
                    && isDated(subscription, subscription.status());
        }
        return true;
    }

    private boolean isClean(Payment payment) {
        boolean isRefund = refundsOnOwnRows && payment.status() == PaymentStatus.REFUNDED;
        boolean moved = payment.status() == PaymentStatus.SUCCEEDED || payment.status() == PaymentStatus.REFUNDED;
        return payment.status() != null
                && (isAmount(payment.amount()) || (isRefund && payment.amount() != null))
                && hasCurrency(payment.currency())
                && happened(payment.createdAt())
                && (moved ? happened(payment.paidAt()) : maybe(payment.paidAt()))
                && maybe(payment.refundedAt())
                && (payment.refundedAmount() == null || isAmount(payment.refundedAmount()));
    }

    /** Whether its dates say since when it has no revenue, if its status says so now. */
    private static boolean isDated(Subscription subscription, SubscriptionStatus status) {
        return switch (status) {
            case ACTIVE, PAST_DUE, FREE -> true;
            case TRIALING ->
                subscription.trialEndsAt() != null
                        && !subscription.trialEndsAt().isBefore(NOW);
            case PAUSED ->
                subscription.pausedAt() != null && subscription.pausedAt().isBefore(NOW);
            case CANCELLED ->
                subscription.endedAt() != null
                        || (subscription.cancelledAt() != null
                                && subscription.cancelledAt().isBefore(NOW));
        };
    }

    private boolean isCleanRest(Object row) {
        if (row instanceof PlanChange change) {
            return change.userId() != null
                    && isPlan(change.fromPlan())
                    && isPlan(change.toPlan())
                    && change.changedAt() != null;
        }
        if (row instanceof SurveyAnswer answer) {
            int lowest = answer.kind() == SurveyKind.NPS ? 0 : 1;
            int highest = answer.kind() == SurveyKind.NPS ? 10 : 5;
            return answer.kind() != null
                    && happened(answer.answeredAt())
                    && answer.score() != null
                    && answer.score() >= lowest
                    && answer.score() <= highest;
        }
        if (row instanceof Trade trade) {
            boolean isMoney = trade.amount() != null || trade.pnl() != null;
            return happened(trade.executedAt())
                    && (trade.amount() == null ? trade.outcome() != Outcome.SUCCEEDED : isAmount(trade.amount()))
                    && (!isMoney || hasCurrency(trade.currency()));
        }
        return !(row instanceof MarketTrade trade) || (isAmount(trade.amount()) && happened(trade.executedAt()));
    }

    private static boolean isCleanAutomation(Object row) {
        if (row instanceof Automation automation) {
            return automation.userId() != null && happened(automation.createdAt());
        }
        return !(row instanceof Execution execution)
                || (execution.automationId() != null
                        && happened(execution.startedAt())
                        && isInOrder(execution.startedAt(), execution.finishedAt()));
    }

    private static boolean isCleanPlatform(Object row) {
        if (row instanceof FeatureUse use) {
            return use.userId() != null && happened(use.usedAt());
        }
        if (row instanceof SupportTicket ticket) {
            return happened(ticket.openedAt())
                    && maybe(ticket.firstResponseAt())
                    && maybe(ticket.resolvedAt())
                    && isInOrder(ticket.openedAt(), ticket.firstResponseAt())
                    && isInOrder(ticket.openedAt(), ticket.resolvedAt())
                    && (ticket.score() == null || List.of(1, 2, 3, 4, 5).contains(ticket.score()));
        }
        return !(row instanceof ComplianceRequest request)
                || (happened(request.requestedAt())
                        && maybe(request.completedAt())
                        && isInOrder(request.requestedAt(), request.completedAt()));
    }

    private static boolean happened(@Nullable Instant instant) {
        return instant != null && maybe(instant);
    }

    private static boolean maybe(@Nullable Instant instant) {
        return instant == null || !instant.isAfter(LATEST);
    }

    private static boolean isInOrder(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null || !to.isBefore(from);
    }

    private static boolean isAmount(@Nullable BigDecimal amount) {
        return amount != null && amount.signum() >= 0;
    }

    private boolean hasCurrency(@Nullable String code) {
        return fixedCurrency || (code != null && CurrencyUnit.find(code).isPresent());
    }

    private static boolean isPlan(@Nullable String plan) {
        return plan != null && PLANS.contains(plan);
    }
}
