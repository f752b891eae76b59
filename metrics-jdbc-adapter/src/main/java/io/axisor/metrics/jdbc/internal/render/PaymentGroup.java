package io.axisor.metrics.jdbc.internal.render;

import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.Window;
import java.time.Instant;

/**
 * Payments of one kind. In SQL the kind is one number, as each column that a database groups by takes its time.
 *
 * @param code what became of them, as {@link PaymentConditions#code()} has it
 * @param created when they were created: {@link #TO_COME} or one of the codes that follow it
 * @param isOfGuests whether no account paid them
 * @param isPaidInMonth whether they were paid in the last 30 days
 * @param number how many they are
 */
public record PaymentGroup(int code, boolean isOfGuests, int created, boolean isPaidInMonth, long number) {

    /** At or after the instant. */
    static final int TO_COME = 0;

    /** Before the last 30 days. */
    static final int BEFORE_MONTH = 1;

    /** In the last 30 days, but not in the last 24 hours. */
    static final int IN_MONTH = 2;

    /** In the last 24 hours. */
    private static final int IN_DAY = 3;

    /** Never, or in the future; such payments are dirty. */
    private static final int IMPOSSIBLE = 4;

    /** The number of the kind of a row. */
    public static Sql kind(Source payments, PaymentConditions conditions, AsOf at) {
        Instant monthStart = at.minusDays(30);
        Sql created = Sql.template(
                "CASE WHEN {} THEN " + BEFORE_MONTH + " WHEN {} THEN " + IN_MONTH + " WHEN {} THEN " + IN_DAY
                        + " WHEN {} IS NOT NULL AND NOT ({}) THEN " + TO_COME + " ELSE " + IMPOSSIBLE + " END",
                payments.before("createdAt", monthStart),
                payments.before("createdAt", at.minusDays(1)),
                payments.before("createdAt", at.instant()),
                payments.column("createdAt"),
                payments.after("createdAt", at.latestCredible()));
        return Sql.template(
                "{} * 20 + {} * 10 + {} * 2 + CASE WHEN {} THEN 1 ELSE 0 END",
                conditions.code(),
                new PayerColumn(payments).isGuest(),
                created,
                payments.notBefore(PaymentConditions.paidAt(payments), monthStart));
    }

    public static PaymentGroup of(int kind, long number) {
        return new PaymentGroup(kind / 20, kind / 10 % 2 == 1, kind % 10 / 2, kind % 2 == 1, number);
    }

    /** How many were created in a window, of all time, of the last 30 days or of the last 24 hours. */
    public long createdIn(Window window) {
        return isWithin(window, created) ? number : 0;
    }

    /** Whether what has a code of when it was belongs to a window, of all time, of the last 30 days or 24 hours. */
    public static boolean isWithin(Window window, int when) {
        return switch (window) {
            case ROLLING_24H -> when == IN_DAY;
            case ROLLING_30D -> when == IN_DAY || when == IN_MONTH;
            case LIFETIME -> when == IN_DAY || when == IN_MONTH || when == BEFORE_MONTH;
            default -> throw new IllegalArgumentException("payments are not grouped by " + window.key());
        };
    }

    /** How many of them exist at the instant, so that they count as dirty, if they are. */
    public long issues() {
        return created == TO_COME ? 0 : number;
    }
}
