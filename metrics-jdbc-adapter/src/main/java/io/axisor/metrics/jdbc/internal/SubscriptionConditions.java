package io.axisor.metrics.jdbc.internal;

import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import java.util.ArrayList;
import java.util.List;

/** What a subscription row says at an instant, as pieces of SQL. */
final class SubscriptionConditions {

    /** The code of {@link #code()} for a clean row that pays. Dirty rows have a {@link DirtyCode}. */
    static final int PAYING = 1;

    /** The code for a clean row that does not. */
    static final int NOT_PAYING = 0;

    private final Source subscriptions;
    private final AsOf at;

    SubscriptionConditions(Source subscriptions, AsOf at) {
        this.subscriptions = subscriptions;
        this.at = at;
    }

    /** Whether the row pays at the instant, or the check that it fails. */
    Sql code() {
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
            arms.add(DirtyCode.arm(
                    DataCheck.SUBSCRIPTIONS_INTERVAL,
                    Sql.template(
                            "{} < 1 OR {} > " + Integer.MAX_VALUE,
                            subscriptions.column("intervalCount"),
                            subscriptions.column("intervalCount"))));
        }
        if (subscriptions.has("status")) {
            Sql known = subscriptions.means("status", "active", "pastDue", "notPaying");
            arms.add(DirtyCode.arm(
                    DataCheck.SUBSCRIPTIONS_STATUS, Sql.template("{} OR NOT ({})", isNull("status"), known)));
        }
        arms.add(DirtyCode.arm(DataCheck.SUBSCRIPTIONS_STARTED_AT, isNull("startedAt")));
        arms.add(Sql.of(" WHEN ", pays(), " THEN " + PAYING));
        return Sql.of("CASE", Sql.join("", arms), " ELSE " + NOT_PAYING + " END");
    }

    /** A subscription that begins later does not exist yet. */
    Sql exists() {
        return Sql.template("{} OR {}", isNull("startedAt"), subscriptions.before("startedAt", at.instant()));
    }

    /** A status column tells about now only: for the past the dates decide. */
    private Sql pays() {
        List<Sql> conditions = new ArrayList<>();
        conditions.add(subscriptions.before("startedAt", at.instant()));
        conditions.add(Sql.of(subscriptions.column("amount"), " > 0"));
        if (subscriptions.has("endedAt")) {
            conditions.add(
                    Sql.template("({} OR {})", isNull("endedAt"), subscriptions.notBefore("endedAt", at.instant())));
        }
        if (subscriptions.has("status") && !at.isPast()) {
            conditions.add(subscriptions.means("status", "active", "pastDue"));
        }
        return Sql.join(" AND ", conditions);
    }

    private Sql isNull(String role) {
        return Sql.of(subscriptions.column(role), " IS NULL");
    }
}
