package io.axisor.metrics.jdbc.internal.render;

import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.value.Outcome;

/** What an execution row says at an instant, as pieces of SQL. */
public final class ExecutionConditions {

    /** The code of rows that start at or after the instant, but not in the future. */
    public static final int NOT_YET = 0;

    private static final int SUCCEEDED = 1;
    private static final int FAILED = 2;
    private static final int OTHER = 3;

    private final Source executions;
    private final AsOf at;

    public ExecutionConditions(Source executions, AsOf at) {
        this.executions = executions;
        this.at = at;
    }

    /** How it had ended at the instant, or {@link #NOT_YET}, or the check that the row fails. */
    public Sql code() {
        Sql future = executions.after("startedAt", at.latestCredible());
        return Sql.of(
                "CASE WHEN ",
                Sql.template("{} AND NOT ({})", executions.notBefore("startedAt", at.instant()), future),
                " THEN " + NOT_YET,
                DirtyCode.arm(DataCheck.EXECUTIONS_AUTOMATION, noAutomation()),
                DirtyCode.arm(DataCheck.EXECUTIONS_STARTED_AT, noStart()),
                DirtyCode.arm(DataCheck.EXECUTIONS_FUTURE, future),
                outcomeArms());
    }

    /** How a clean one that started before the instant had ended then; one that ended later was still running. */
    public Sql outcome() {
        return Sql.of("CASE", outcomeArms());
    }

    private Sql outcomeArms() {
        Sql running = executions.has("finishedAt")
                ? Sql.template(" WHEN {} THEN " + OTHER, executions.notBefore("finishedAt", at.instant()))
                : Sql.EMPTY;
        return Sql.template(
                "{} WHEN {} THEN " + SUCCEEDED + " WHEN {} THEN " + FAILED + " ELSE " + OTHER + " END",
                running,
                executions.means("status", "succeeded"),
                executions.means("status", "failed"));
    }

    public Sql noAutomation() {
        return Sql.of(executions.column("automationId"), " IS NULL");
    }

    public Sql noStart() {
        return Sql.of(executions.column("startedAt"), " IS NULL");
    }

    public Sql hasAutomation() {
        return Sql.of(executions.column("automationId"), " IS NOT NULL");
    }

    /** The code of an outcome. */
    public static int code(Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> SUCCEEDED;
            case FAILED -> FAILED;
            case OTHER -> OTHER;
        };
    }

    /** The outcome behind the code of a clean row that exists. */
    public static Outcome outcome(int code) {
        return switch (code) {
            case SUCCEEDED -> Outcome.SUCCEEDED;
            case FAILED -> Outcome.FAILED;
            case OTHER -> Outcome.OTHER;
            default -> throw new IllegalStateException("no such code: " + code);
        };
    }
}
