package io.axisor.metrics.value;

/**
 * By which of its times a row falls into a window.
 *
 * @param table the mapped table, such as {@code payments}
 * @param time which of the row's times
 */
public record RowAxis(String table, Time time) {

    /** The times of a row. */
    public enum Time {
        /** When the row came to be. */
        BORN,
        /** When what it tells of happened, such as the payment of a bill; where that is missing, when it came to be. */
        HAPPENED,
        /** No time of its own: whether its dates say that it lasts at {@code t}. */
        OPEN
    }
}
