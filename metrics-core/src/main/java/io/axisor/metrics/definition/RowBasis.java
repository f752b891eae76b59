package io.axisor.metrics.definition;

import io.axisor.metrics.time.Window;
import org.jspecify.annotations.Nullable;

/**
 * Rows that a metric is computed from.
 *
 * @param axis the table, and by which of their times its rows fall into a window
 * @param window the window; null for the metric's own, and {@link Window#LIFETIME} where it has none
 * @param isBefore whether the equal window before is meant
 * @param unless the axis that the metric rests on instead where the source counts its rows; null for none
 */
public record RowBasis(
        RowAxis axis,
        @Nullable Window window,
        boolean isBefore,
        @Nullable RowAxis unless) {

    /**
     * The rows of the metric's own window.
     *
     * @param axis the table, and by which of their times its rows fall into the window
     * @return what to rest on
     */
    public static RowBasis of(RowAxis axis) {
        return new RowBasis(axis, null, false, null);
    }

    /**
     * The same in one window, whatever the metric's own.
     *
     * @param fixed the window
     * @return what to rest on
     */
    public RowBasis in(Window fixed) {
        return new RowBasis(axis, fixed, isBefore, unless);
    }

    /**
     * The same in the equal window before.
     *
     * @return what to rest on
     */
    public RowBasis before() {
        return new RowBasis(axis, window, true, unless);
    }

    /**
     * The same if the source does not count the rows of another axis.
     *
     * @param other the other axis
     * @return what to rest on
     */
    public RowBasis unless(RowAxis other) {
        return new RowBasis(axis, window, isBefore, other);
    }

    /**
     * The rows of one measurement.
     *
     * @param own the measurement's window, null for a state at an instant
     * @return which rows they are
     */
    public RowSpan span(@Nullable Window own) {
        Window given = window == null ? own : window;
        return new RowSpan(axis, given == null ? Window.LIFETIME : given, isBefore);
    }
}
