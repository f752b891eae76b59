package io.axisor.metrics.definition;

import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;

/**
 * Rows that are counted together.
 *
 * @param axis the table, and by which of their times its rows fall into the window
 * @param window the window; {@link Window#LIFETIME} for all rows, and for those that are open at {@code t}
 * @param isBefore whether the equal window before is meant
 */
public record RowSpan(RowAxis axis, Window window, boolean isBefore) {

    /**
     * The time that the rows fall into.
     *
     * @param at the instant
     * @return the range
     */
    public TimeRange range(AsOf at) {
        return isBefore ? at.before(window) : at.range(window);
    }

    /**
     * Whether a window bounds the rows.
     *
     * @return false for all rows, and for those that are open at {@code t}
     */
    public boolean isBounded() {
        return window != Window.LIFETIME;
    }

    /** The rows in words, after a share of them. */
    String words() {
        String where = isBounded() ? (isBefore ? " in the window before" : " in the window") : "";
        String when = axis.time() == RowAxis.Time.OPEN ? (isBounded() ? " open" : " that last at t") : "";
        return noun() + when + where;
    }

    private String noun() {
        return switch (axis.table()) {
            case "activity" -> "activity events";
            case "market" -> "entries of the market log";
            case "features" -> "uses of features";
            case "compliance" -> "compliance requests";
            default -> axis.table().replace('_', ' ');
        };
    }
}
