package io.axisor.metrics.jdbc;

import io.axisor.metrics.jdbc.internal.spec.ColumnSpec.Purpose;
import java.util.List;

/** The use of features, in one of maybe several tables: each of one feature, or with a column that tells which. */
public final class FeatureUseMapping extends FactMapping<FeatureUseMapping> {

    FeatureUseMapping(String name) {
        super(name);
    }

    @Override
    FeatureUseMapping self() {
        return this;
    }

    @Override
    List<String> requiredRoles() {
        return List.of("userId", "usedAt");
    }

    @Override
    List<String> faults() {
        List<String> faults = super.faults();
        if (has("feature") == hasConstant("feature")) {
            faults.add(name() + ": give .feature(...) or .fixedFeature(...), and not both");
        }
        return faults;
    }

    /**
     * Which feature. Either this or {@link #fixedFeature}.
     *
     * @param column the column
     * @return this
     */
    public FeatureUseMapping feature(String column) {
        return column("feature", column, Purpose.VALUE);
    }

    /**
     * The feature of every row, where no column says it.
     *
     * @param feature its name in tags
     * @return this
     */
    public FeatureUseMapping fixedFeature(String feature) {
        return constant("feature", feature);
    }

    /**
     * Who used it.
     *
     * @param column the column
     * @return this
     */
    public FeatureUseMapping userId(String column) {
        return column("userId", column, Purpose.VALUE);
    }

    /**
     * When.
     *
     * @param column the column
     * @return this
     */
    public FeatureUseMapping usedAt(String column) {
        return time("usedAt", column, null);
    }

    /**
     * When.
     *
     * @param column the column
     * @param kind how it stores instants
     * @return this
     */
    public FeatureUseMapping usedAt(String column, TimeKind kind) {
        return time("usedAt", column, kind);
    }
}
