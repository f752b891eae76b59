package io.axisor.metrics.jdbc;

import io.axisor.metrics.jdbc.internal.spec.ColumnSpec.Purpose;
import java.util.List;

/** Changes from one plan to another; their direction needs {@link MetricsSchema.Builder#plans}. */
public final class PlanChangesMapping extends FactMapping<PlanChangesMapping> {

    PlanChangesMapping() {
        super("planChanges");
    }

    @Override
    PlanChangesMapping self() {
        return this;
    }

    @Override
    List<String> requiredRoles() {
        return List.of("userId", "fromPlan", "toPlan", "changedAt");
    }

    /**
     * Whose.
     *
     * @param column its name
     * @return this
     */
    public PlanChangesMapping userId(String column) {
        return column("userId", column, Purpose.VALUE);
    }

    /**
     * The plan before.
     *
     * @param column its name
     * @return this
     */
    public PlanChangesMapping fromPlan(String column) {
        return column("fromPlan", column, Purpose.VALUE);
    }

    /**
     * The plan after.
     *
     * @param column its name
     * @return this
     */
    public PlanChangesMapping toPlan(String column) {
        return column("toPlan", column, Purpose.VALUE);
    }

    /**
     * When.
     *
     * @param column its name
     * @return this
     */
    public PlanChangesMapping changedAt(String column) {
        return time("changedAt", column, null);
    }

    /**
     * When.
     *
     * @param column its name
     * @param kind how it stores instants
     * @return this
     */
    public PlanChangesMapping changedAt(String column, TimeKind kind) {
        return time("changedAt", column, kind);
    }
}
