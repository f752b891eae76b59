package io.axisor.metrics.definition;

import io.axisor.metrics.time.Window;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What speaks against the facts of a source: rows that say something impossible, were left out of every metric and are
 * counted here instead, each once, under the first check that it fails; and whether the facts come from one snapshot.
 *
 * @param rowsByCheck how many rows failed each check; a check that was made and found nothing is 0
 * @param leftOut how many rows fall into which windows, and how many of them were left out; for each table
 * @param oneSnapshot false if rows may have changed while the facts were counted, as where a driver refuses transactions
 */
public record DataIssues(SortedMap<String, Long> rowsByCheck, List<LeftOutRows> leftOut, boolean oneSnapshot) {

    /** The tag that names the check. */
    public static final String CHECK = "check";

    /** No check was made. */
    public static final DataIssues NONE = new DataIssues(Collections.emptySortedMap());

    /** No check was made, and the facts do not come from one snapshot. */
    public static final DataIssues NOT_ONE_SNAPSHOT = new DataIssues(Collections.emptySortedMap(), List.of(), false);

    /** The metric {@code data.issues}, to which every domain contributes its own checks. */
    public static final MetricDefinition DEFINITION = MetricDefinition.of("platform", "data.issues", MetricUnit.ROWS)
            .tags(CHECK)
            .describedAs("Rows left out of every metric because they say something impossible (no user, no or a"
                    + " negative amount, an unmapped status, a timestamp in the future, ...), by the check they fail");

    /** The tag that names the table. */
    public static final String TABLE = "table";

    /** The metric {@code data.left.out}, to which every domain contributes its own tables. */
    public static final MetricDefinition LEFT_OUT = MetricDefinition.of("platform", "data.left.out", MetricUnit.RATIO)
            .windows(Window.ROLLING_24H, Window.ROLLING_30D, Window.LIFETIME)
            .tags(TABLE)
            .describedAs(
                    "Of the rows of a table that came to be in the window, the share that was left out because of what"
                            + " data.issues counts. Logs that no metric reads whole (activity, executions, features,"
                            + " market) have no lifetime");

    /**
     * Copies map and list.
     *
     * @param rowsByCheck how many rows failed each check; a check that was made and found nothing is 0
     * @param leftOut how many rows fall into which windows
     * @param oneSnapshot whether the facts come from one snapshot
     */
    public DataIssues {
        rowsByCheck = Collections.unmodifiableSortedMap(new TreeMap<>(rowsByCheck));
        leftOut = List.copyOf(leftOut);
    }

    /**
     * The issues of facts from one snapshot.
     *
     * @param rowsByCheck how many rows failed each check; a check that was made and found nothing is 0
     */
    public DataIssues(SortedMap<String, Long> rowsByCheck) {
        this(rowsByCheck, List.of(), true);
    }

    /**
     * The shares of rows that were left out.
     *
     * @param leftOut how many rows fall into which windows, and how many of them were left out
     * @return issues without a count of their own
     */
    public static DataIssues ofShares(List<LeftOutRows> leftOut) {
        return new DataIssues(Collections.emptySortedMap(), leftOut, true);
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
        return new DataIssues(
                sum,
                Stream.concat(leftOut.stream(), other.leftOut.stream()).toList(),
                oneSnapshot && other.oneSnapshot);
    }
}
