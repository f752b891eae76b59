package io.axisor.metrics.jdbc;

import io.axisor.metrics.jdbc.internal.spec.ColumnSpec.Purpose;
import io.axisor.metrics.jdbc.internal.spec.FactSpec;
import java.util.List;

/** Automations. */
public final class AutomationsMapping extends FactMapping<AutomationsMapping> {

    AutomationsMapping() {
        super("automations");
    }

    @Override
    AutomationsMapping self() {
        return this;
    }

    @Override
    List<String> requiredRoles() {
        return List.of("id", "userId", "active", "createdAt");
    }

    @Override
    FactSpec spec() {
        if (!hasValues("active", "active")) {
            activeWhen("true");
        }
        return super.spec();
    }

    /**
     * The automation's id, each once.
     *
     * @param column the column
     * @return this
     */
    public AutomationsMapping id(String column) {
        return column("id", column, Purpose.VALUE);
    }

    /**
     * Who owns it.
     *
     * @param column the column
     * @return this
     */
    public AutomationsMapping userId(String column) {
        return column("userId", column, Purpose.VALUE);
    }

    /**
     * Its type. Optional; without, every automation is of none, and none is known to guard margins.
     *
     * @param column the column
     * @return this
     */
    public AutomationsMapping type(String column) {
        return column("type", column, Purpose.VALUE);
    }

    /**
     * Whether it is active now: a boolean, or a column whose values are mapped with {@link #activeWhen}.
     *
     * @param column the column
     * @return this
     */
    public AutomationsMapping active(String column) {
        return column("active", column, Purpose.VALUE);
    }

    /**
     * The stored values that mean: active. By default {@code true}, for a boolean.
     *
     * @param stored the values
     * @return this
     */
    public AutomationsMapping activeWhen(String... stored) {
        return values("active", "active", stored);
    }

    /**
     * When it was created.
     *
     * @param column the column
     * @return this
     */
    public AutomationsMapping createdAt(String column) {
        return time("createdAt", column, null);
    }

    /**
     * When it was created.
     *
     * @param column the column
     * @param kind how it stores instants
     * @return this
     */
    public AutomationsMapping createdAt(String column, TimeKind kind) {
        return time("createdAt", column, kind);
    }
}
