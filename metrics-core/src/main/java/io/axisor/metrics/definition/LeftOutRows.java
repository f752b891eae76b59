package io.axisor.metrics.definition;

import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import io.axisor.metrics.value.Status;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many rows fall into a window, and how many of them were left out because they say something impossible.
 *
 * @param span which rows
 * @param rows how many there are
 * @param leftOutByCheck how many of them were left out, by the check that they fail
 * @param cause what is wrong with most of them, as what follows "the payments": such as {@code have no amount}; empty where
 *     none was left out
 */
public record LeftOutRows(RowSpan span, long rows, SortedMap<String, Long> leftOutByCheck, String cause) {

    /**
     * Copies the map.
     *
     * @param span which rows
     * @param rows how many there are
     * @param leftOutByCheck how many of them were left out, by the check that they fail
     * @param cause what is wrong with most of them
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
                ? Finding.noData("no row of " + span.axis().table() + " falls into the window")
                : Ratio.ofCounts(leftOut(), rows, "");
    }

    boolean exceeds(double share) {
        return leftOut() > share * rows;
    }

    /** Why nothing can be said. */
    String reason() {
        boolean isOneCause =
                leftOutByCheck.values().stream().filter(left -> left > 0).count() == 1;
        return Math.round(100.0 * leftOut() / rows) + " % of the " + span.words()
                + (isOneCause ? " " : " were left out, most of them because they ") + cause + " (" + leftOut() + " of "
                + rows + "); map what is stored, or leave such rows out with the table's where";
    }
}
