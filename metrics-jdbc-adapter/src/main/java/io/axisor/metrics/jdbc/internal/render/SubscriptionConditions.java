package io.axisor.metrics.jdbc.internal.render;

import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.resolve.UnmappedStatuses;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a subscription row says at an instant, as pieces of SQL. */
public final class SubscriptionConditions {

    /** The code of {@link #code()} for a clean row that pays. Dirty rows have a {@link DirtyCode}. */
    public static final int PAYING = 1;

    /** The code for a clean row that does not. */
    static final int NOT_PAYING = 0;

    private final Source subscriptions;
    private final AsOf at;

    public SubscriptionConditions(Source subscriptions, AsOf at) {
        this.subscriptions = subscriptions;
        this.at = at;
    }

    /** Whether the row pays at the instant, or the check that it fails. */
    public Sql code() {
        List<Sql> arms = new ArrayList<>();
        arms.add(DirtyCode.arm(DataCheck.SUBSCRIPTIONS_USER, isNull("userId")));
        arms.add(DirtyCode.arm(
                DataCheck.SUBSCRIPTIONS_AMOUNT,
                Sql.template("{} OR {} < 0", isNull("amount"), subscriptions.column("amount"))));
        if (subscriptions.has("interval")) {
            Sql known = subscriptions.means("interval", "daily", "weekly", "monthly", "yearly");
            arms.add(DirtyCode.arm(
                    DataCheck.SUBSCRIPTIONS_INTERVAL, Sql.template("{} OR NOT ({})", isNull("interval"), known)));
        }
        if (subscriptions.has("intervalCount")) {
            String count = subscriptions.column("intervalCount");
            arms.add(DirtyCode.arm(
                    DataCheck.SUBSCRIPTIONS_INTERVAL,
                    Sql.template(
                            "{} OR {} < 1 OR {} > " + Integer.MAX_VALUE + " OR {} <> FLOOR({})",
                            subscriptions.isInvalid("intervalCount"),
                            count,
                            count,
                            count,
                            count)));
        }
        if (subscriptions.has("status")) {
            Sql known = subscriptions.means("status", UnmappedStatuses.SUBSCRIPTIONS.toArray(String[]::new));
            arms.add(DirtyCode.arm(
                    DataCheck.SUBSCRIPTIONS_STATUS, Sql.template("{} OR NOT ({})", isNull("status"), known)));
        }
        arms.add(DirtyCode.arm(DataCheck.SUBSCRIPTIONS_STARTED_AT, isNull("startedAt")));
        if (subscriptions.has("status")) {
            arms.add(DirtyCode.arm(DataCheck.SUBSCRIPTIONS_UNDATED, isUndated()));
        }
        arms.add(Sql.of(" WHEN ", pays(at.instant()), " THEN " + PAYING));
        return Sql.of("CASE", Sql.join("", arms), " ELSE " + NOT_PAYING + " END");
    }

    /** A subscription that begins later does not exist yet. */
    public Sql exists() {
        return Sql.template("{} OR {}", isNull("startedAt"), subscriptions.before("startedAt", at.instant()));
    }

    /** Whether the status means no revenue now, though the dates do not say since when. */
    private Sql isUndated() {
        Sql stopped = subscriptions.means("status", "trialing", "paused", "notPaying");
        if (subscriptions.hasMeaning("status", "cancelled")) {
            Sql cancelled = subscriptions.means("status", "cancelled");
            stopped = subscriptions.has("endedAt")
                    ? Sql.template("({} OR ({} AND {}))", stopped, cancelled, isNull("endedAt"))
                    : Sql.template("({} OR {})", stopped, cancelled);
        }
        return Sql.and(stopped, pays(at.computedAt()));
    }

    /** Whether a clean row is paid for at an instant, if its status does not say otherwise. */
    private Sql pays(Instant instant) {
        Sql costs = Sql.of(subscriptions.column("amount"), " > 0");
        return subscriptions.hasMeaning("status", "free")
                ? Sql.and(costs, isOpen(instant), isNot("free"))
                : Sql.and(costs, isOpen(instant));
    }

    /** Whether the dates of any row say that it lasts at an instant. */
    public Sql isOpen(Instant instant) {
        List<Sql> conditions = new ArrayList<>(List.of(subscriptions.before("startedAt", instant)));
        if (subscriptions.has("trialEndsAt")) {
            conditions.add(
                    Sql.template("({} OR {})", isNull("trialEndsAt"), subscriptions.before("trialEndsAt", instant)));
        }
        if (subscriptions.has("endedAt")) {
            conditions.add(Sql.template("({})", goesOn("endedAt", instant)));
        }
        if (subscriptions.has("cancelledAt")) {
            Sql hasEnd = subscriptions.has("endedAt")
                    ? Sql.of(" OR ", subscriptions.column("endedAt"), " IS NOT NULL")
                    : Sql.EMPTY;
            conditions.add(Sql.template("({}{} OR {})", isNot("cancelled"), hasEnd, goesOn("cancelledAt", instant)));
        }
        if (subscriptions.has("pausedAt")) {
            conditions.add(Sql.template("({} OR {})", isNot("paused"), goesOn("pausedAt", instant)));
        }
        return Sql.join(" AND ", conditions);
    }

    private Sql goesOn(String end, Instant instant) {
        return Sql.template("{} OR {}", isNull(end), subscriptions.notBefore(end, instant));
    }

    /** Also of a row without a status. */
    private Sql isNot(String meaning) {
        return Sql.template("CASE WHEN {} THEN 1 ELSE 0 END = 0", subscriptions.means("status", meaning));
    }

    private Sql isNull(String role) {
        return Sql.of(subscriptions.column(role), " IS NULL");
    }
}
