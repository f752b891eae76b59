package io.axisor.metrics.value;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What speaks against the facts of a source: rows that say something impossible, were left out of every metric and are
 * counted here instead, each once, under the first check that it fails; and whether the facts come from one snapshot.
 *
 * @param rowsByCheck how many rows failed each check; a check that was made and found nothing is 0
 * @param oneSnapshot false if rows may have changed while the facts were counted, as where a driver refuses transactions
 */
public record DataIssues(SortedMap<String, Long> rowsByCheck, boolean oneSnapshot) {

    /** The tag that names the check. */
    public static final String CHECK = "check";

    /** No check was made. */
    public static final DataIssues NONE = new DataIssues(Collections.emptySortedMap());

    /** No check was made, and the facts do not come from one snapshot. */
    public static final DataIssues NOT_ONE_SNAPSHOT = new DataIssues(Collections.emptySortedMap(), false);

    /** The metric {@code data.issues}, to which every domain contributes its own checks. */
    public static final MetricDefinition DEFINITION = MetricDefinition.of("platform", "data.issues", MetricUnit.ROWS)
            .tags(CHECK)
            .describedAs("Rows left out of every metric because they say something impossible (no user, no or a"
                    + " negative amount, an unmapped status, a timestamp in the future, ...), by the check they fail");

    /**
     * Copies the map.
     *
     * @param rowsByCheck how many rows failed each check; a check that was made and found nothing is 0
     * @param oneSnapshot whether the facts come from one snapshot
     */
    public DataIssues {
        rowsByCheck = Collections.unmodifiableSortedMap(new TreeMap<>(rowsByCheck));
    }

    /**
     * The issues of facts from one snapshot.
     *
     * @param rowsByCheck how many rows failed each check; a check that was made and found nothing is 0
     */
    public DataIssues(SortedMap<String, Long> rowsByCheck) {
        this(rowsByCheck, true);
    }

    /**
     * These and others.
     *
     * @param other other rows
     * @return the sum by check; of one snapshot if both are
     */
    public DataIssues plus(DataIssues other) {
        SortedMap<String, Long> sum = new TreeMap<>(rowsByCheck);
        other.rowsByCheck.forEach((check, rows) -> sum.merge(check, rows, Long::sum));
        return new DataIssues(sum, oneSnapshot && other.oneSnapshot);
    }
}
