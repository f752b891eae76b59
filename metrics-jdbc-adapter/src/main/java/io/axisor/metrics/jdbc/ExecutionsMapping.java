package io.axisor.metrics.jdbc;

import io.axisor.metrics.jdbc.internal.spec.ColumnSpec.Purpose;
import java.util.List;
import java.util.stream.Stream;

/** Executions of automations: a row for each time one ran. */
public final class ExecutionsMapping extends FactMapping<ExecutionsMapping> {

    ExecutionsMapping() {
        super("executions");
    }

    @Override
    ExecutionsMapping self() {
        return this;
    }

    @Override
    List<String> requiredRoles() {
        return List.of("automationId", "startedAt", "status");
    }

    @Override
    List<String> faults() {
        List<String> faults = super.faults();
        if (!hasValues("status", "succeeded")) {
            faults.add("executions: no status means succeeded; name at least one with .succeeded(...)");
        }
        long durations = Stream.of("finishedAt", "durationInSeconds", "durationInMillis")
                .filter(this::has)
                .count();
        if (durations > 1) {
            faults.add("executions: give one of .finishedAt(...), .durationInSeconds(...) and .durationInMillis(...)");
        }
        return faults;
    }

    /**
     * What ran.
     *
     * @param column the column
     * @return this
     */
    public ExecutionsMapping automationId(String column) {
        return column("automationId", column, Purpose.VALUE);
    }

    /**
     * When it started.
     *
     * @param column the column
     * @return this
     */
    public ExecutionsMapping startedAt(String column) {
        return time("startedAt", column, null);
    }

    /**
     * When it started.
     *
     * @param column the column
     * @param kind how it stores instants
     * @return this
     */
    public ExecutionsMapping startedAt(String column, TimeKind kind) {
        return time("startedAt", column, kind);
    }

    /**
     * How it ended, its values mapped with {@link #succeeded} and {@link #failed}; any other value is neither.
     *
     * @param column the column
     * @return this
     */
    public ExecutionsMapping status(String column) {
        return column("status", column, Purpose.VALUE);
    }

    /**
     * The stored statuses that mean: it succeeded.
     *
     * @param stored the values
     * @return this
     */
    public ExecutionsMapping succeeded(String... stored) {
        return values("status", "succeeded", stored);
    }

    /**
     * The stored statuses of rows that are no executions, such as dry runs. They count nowhere, and are no issue.
     *
     * @param stored the values as the column holds them
     * @return this
     */
    public ExecutionsMapping ignored(String... stored) {
        return values("status", "ignored", stored);
    }

    /**
     * The stored statuses that mean: it failed.
     *
     * @param stored the values
     * @return this
     */
    public ExecutionsMapping failed(String... stored) {
        return values("status", "failed", stored);
    }

    /**
     * When it ended; null while it runs. Optional; this, or a duration. Durations can be told where start and end store
     * instants in the same way: everywhere as epoch seconds or milliseconds, as timestamps on PostgreSQL, H2 and HSQLDB.
     *
     * <p>Local times differ by what the local clock showed: an execution during which clocks go forward seems an hour
     * longer, one during which they go back an hour shorter, or to end before it started, which makes its duration an issue.
     * Where that matters, map a duration, or store instants.
     *
     * @param column the column
     * @return this
     */
    public ExecutionsMapping finishedAt(String column) {
        return time("finishedAt", column, null);
    }

    /**
     * When it ended, as for {@link #finishedAt(String)}.
     *
     * @param column the column
     * @param kind how it stores instants
     * @return this
     */
    public ExecutionsMapping finishedAt(String column, TimeKind kind) {
        return time("finishedAt", column, kind);
    }

    /**
     * How long it took, in seconds, whole or with decimals; null while it runs. Optional; this, or {@link #finishedAt}.
     * When an execution ended is then unknown, so for a past instant its status and its duration are those of now.
     *
     * @param column the column
     * @return this
     */
    public ExecutionsMapping durationInSeconds(String column) {
        return column("durationInSeconds", column, Purpose.NUMBER);
    }

    /**
     * How long it took, in milliseconds; null while it runs. Optional; otherwise as {@link #durationInSeconds}.
     *
     * @param column the column
     * @return this
     */
    public ExecutionsMapping durationInMillis(String column) {
        return column("durationInMillis", column, Purpose.NUMBER);
    }
}
