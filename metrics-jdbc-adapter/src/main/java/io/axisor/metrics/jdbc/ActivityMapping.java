package io.axisor.metrics.jdbc;

import io.axisor.metrics.jdbc.internal.spec.ColumnSpec.Purpose;
import java.util.List;

/** Events that show that a user was active: logins, requests, purchases. */
public final class ActivityMapping extends FactMapping<ActivityMapping> {

    ActivityMapping() {
        super("activity");
    }

    @Override
    ActivityMapping self() {
        return this;
    }

    @Override
    List<String> requiredRoles() {
        return List.of("userId", "occurredAt");
    }

    /**
     * Who was active.
     *
     * @param column its name
     * @return this
     */
    public ActivityMapping userId(String column) {
        return column("userId", column, Purpose.VALUE);
    }

    /**
     * When.
     *
     * @param column its name
     * @return this
     */
    public ActivityMapping occurredAt(String column) {
        return time("occurredAt", column, null);
    }

    /**
     * When.
     *
     * @param column its name
     * @param kind how it stores instants
     * @return this
     */
    public ActivityMapping occurredAt(String column, TimeKind kind) {
        return time("occurredAt", column, kind);
    }
}
