package io.axisor.metrics.value;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rows that say something impossible, were left out of every metric and are counted here instead. A row is counted
 * once, under the first check that it fails.
 *
 * @param rowsByCheck how many rows failed each check; a check that was made and found nothing is 0
 */
public record DataIssues(SortedMap<String, Long> rowsByCheck) {

    /** The tag that names the check. */
    public static final String CHECK = "check";

    /** No check was made. */
    public static final DataIssues NONE = new DataIssues(Collections.emptySortedMap());

    /** The metric {@code data.issues}, to which every domain contributes its own checks. */
    public static final MetricDefinition DEFINITION = MetricDefinition.of("platform", "data.issues", MetricUnit.ROWS)
            .tags(CHECK)
            .describedAs("Rows left out of every metric because they say something impossible (no user, no or a"
                    + " negative amount, an unmapped status, a timestamp in the future, ...), by the check they fail");

    /**
     * Copies the map.
     *
     * @param rowsByCheck how many rows failed each check; a check that was made and found nothing is 0
     */
    public DataIssues {
        rowsByCheck = Collections.unmodifiableSortedMap(new TreeMap<>(rowsByCheck));
    }

    /**
     * These and others.
     *
     * @param other other rows
     * @return the sum by check
     */
    public DataIssues plus(DataIssues other) {
        SortedMap<String, Long> sum = new TreeMap<>(rowsByCheck);
        other.rowsByCheck.forEach((check, rows) -> sum.merge(check, rows, Long::sum));
        return new DataIssues(sum);
    }
}
