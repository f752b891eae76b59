package io.axisor.metrics.trading.risk;

/** What a day without a trade is in a series of days. */
public enum IdleDays {
    /** A day that brought 0: right for markets that never close, where not to trade is a decision too. */
    COUNTED,
    /**
     * No day at all: for markets that close. It leaves out each day without a trade, also one on which the market was
     * open and nobody traded, since the series knows no market's calendar.
     */
    LEFT_OUT
}
