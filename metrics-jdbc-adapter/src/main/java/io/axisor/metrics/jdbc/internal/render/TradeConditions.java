package io.axisor.metrics.jdbc.internal.render;

import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.value.Outcome;
import java.util.List;

/** What a trade row says at an instant, as pieces of SQL. */
public final class TradeConditions {

    /** The signs of profits. */
    public static final int NOT_CLOSED = 0;

    public static final int WON = 1;
    public static final int LOST = 2;
    public static final int EVEN = 3;

    /** In place of a sign, where the profit is no finite number. */
    public static final int NO_NUMBER = 4;

    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

    /** Added to the code of an outcome where the amount is dirty. */
    private static final int DIRTY_AMOUNT = OUTCOMES.size();

    /** The code of a trade that is not executed yet. */
    public static final int TO_COME = 2 * DIRTY_AMOUNT;

    private final Source trades;
    private final AsOf at;

    public TradeConditions(Source trades, AsOf at) {
        this.trades = trades;
        this.at = at;
    }

    /** How the trade ended and whether its amount is dirty, or the check that the whole row fails. */
    public Sql code() {
        String amount = trades.column("amount");
        Sql succeeded = trades.means("status", "succeeded");
        Sql failed = trades.means("status", "failed");
        return Sql.of(
                "CASE",
                // Most rows end here; what follows decides about the rest.
                arm(
                        code(Outcome.SUCCEEDED),
                        trades.before("executedAt", at.instant()),
                        " AND ",
                        succeeded,
                        " AND ",
                        amount,
                        " >= 0"),
                DirtyCode.arm(DataCheck.TRADES_EXECUTED_AT, trades.column("executedAt"), " IS NULL"),
                DirtyCode.arm(DataCheck.TRADES_FUTURE, trades.after("executedAt", at.latestCredible())),
                arm(TO_COME, trades.notBefore("executedAt", at.instant())),
                arm(code(Outcome.SUCCEEDED) + DIRTY_AMOUNT, succeeded),
                arm(code(Outcome.FAILED) + DIRTY_AMOUNT, failed, " AND ", amount, " < 0"),
                arm(code(Outcome.FAILED), failed),
                arm(code(Outcome.OTHER) + DIRTY_AMOUNT, amount, " < 0"),
                " ELSE " + code(Outcome.OTHER) + " END");
    }

    private static int code(Outcome outcome) {
        return OUTCOMES.indexOf(outcome);
    }

    /** The outcome behind the code of a trade that was executed. */
    public static Outcome outcome(int code) {
        return OUTCOMES.get(code % DIRTY_AMOUNT);
    }

    /** Whether the amount behind the code of a trade that was executed is dirty. */
    public static boolean isAmountDirty(int code) {
        return code >= DIRTY_AMOUNT;
    }

    /** Whether a sign is that of a profit, a loss or nothing of either. */
    public static boolean isClosed(int sign) {
        return sign == WON || sign == LOST || sign == EVEN;
    }

    private static Sql arm(int code, Object... condition) {
        return Sql.of(" WHEN ", Sql.of(condition), " THEN " + code);
    }

    /** Whether it was closed, and with a profit or a loss. */
    public Sql sign() {
        if (!trades.has("pnl")) {
            return Sql.of(String.valueOf(NOT_CLOSED));
        }
        String pnl = trades.column("pnl");
        return Sql.of(
                "CASE",
                arm(WON, pnl, " > 0"),
                arm(LOST, pnl, " < 0"),
                arm(EVEN, pnl, " = 0"),
                arm(NO_NUMBER, trades.isInvalid("pnl")),
                " ELSE " + NOT_CLOSED + " END");
    }
}
