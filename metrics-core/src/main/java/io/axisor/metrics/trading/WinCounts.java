package io.axisor.metrics.trading;

/**
 * How trades were closed.
 *
 * @param won closed with a profit
 * @param lost closed with a loss
 * @param even closed with neither
 */
public record WinCounts(long won, long lost, long even) {

    /** No trade was closed. */
    public static final WinCounts NONE = new WinCounts(0, 0, 0);

    /**
     * These counts and others.
     *
     * @param other others
     * @return the sum
     */
    public WinCounts plus(WinCounts other) {
        return new WinCounts(won + other.won, lost + other.lost, even + other.even);
    }
}
