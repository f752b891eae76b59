package io.axisor.metrics.value;

import io.axisor.metrics.time.Window;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many rows fall into a window, and how many of them were left out because they say something impossible.
 *
 * @param axis the table, and by which time its rows fall into the window
 * @param window the window; {@link Window#LIFETIME} for all rows, and for those that are open at {@code t}
 * @param rows how many there are
 * @param leftOutByCheck how many of them were left out, by the check that they fail
 */
public record LeftOutRows(RowAxis axis, Window window, long rows, SortedMap<String, Long> leftOutByCheck) {

    /**
     * Copies the map.
     *
     * @param axis the table, and by which time its rows fall into the window
     * @param window the window
     * @param rows how many there are
     * @param leftOutByCheck how many of them were left out, by the check that they fail
     */
    public LeftOutRows {
        leftOutByCheck = Collections.unmodifiableSortedMap(new TreeMap<>(leftOutByCheck));
    }

    /**
     * The rows that were left out.
     *
     * @return their number
     */
    public long leftOut() {
        return leftOutByCheck.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The share of the rows that was left out.
     *
     * @return the quotient; {@link Status#NO_DATA} where there is no row
     */
    public Finding<Ratio> share() {
        return rows == 0
                ? Finding.noData("no row of " + axis.table() + " falls into the window")
                : Ratio.ofCounts(leftOut(), rows, "");
    }

    boolean exceeds(double share) {
        return leftOut() > share * rows;
    }

    /** Why nothing can be said. */
    String reason() {
        String most = leftOutByCheck.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        return Math.round(100.0 * leftOut() / rows) + " % of the " + rows + " rows of " + axis.table()
                + " that would count were left out, most of them by the check " + most
                + "; comparing the mapping with the database names the values";
    }
}
