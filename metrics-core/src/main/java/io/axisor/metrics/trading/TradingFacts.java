package io.axisor.metrics.trading;

import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.trading.market.MarketFacts;
import io.axisor.metrics.value.Finding;

/**
 * All that a source must count for the metrics of this domain at one instant {@code t}. What a source has not mapped
 * stays {@link io.axisor.metrics.value.Status#UNAVAILABLE} with the name of the missing mapping. Immutable.
 */
public final class TradingFacts {

    private final Finding<TradeFacts> trades;
    private final Finding<MarketFacts> market;
    private final DataIssues issues;

    private TradingFacts(Builder builder) {
        this.trades = builder.trades;
        this.market = builder.market;
        this.issues = builder.issues;
    }

    /**
     * Begins with nothing mapped.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The trades.
     *
     * @return counts and sums; unavailable where trades are not mapped
     */
    public Finding<TradeFacts> trades() {
        return trades;
    }

    /**
     * The markets of the last 30 days.
     *
     * @return counts, volumes and prices; unavailable where neither a market log nor the market of trades is mapped
     */
    public Finding<MarketFacts> market() {
        return market;
    }

    /**
     * Rows that were left out.
     *
     * @return how many, by check
     */
    public DataIssues issues() {
        return issues;
    }

    /** Collects the facts of one instant; for one thread. */
    public static final class Builder {

        private Finding<TradeFacts> trades = Finding.unavailable("trades are not mapped");
        private Finding<MarketFacts> market =
                Finding.unavailable("neither a market log nor the market of trades is mapped");
        private DataIssues issues = DataIssues.NONE;

        private Builder() {}

        /**
         * Sets {@link TradingFacts#trades()}.
         *
         * @param value the facts, or why there are none
         * @return this
         */
        public Builder trades(Finding<TradeFacts> value) {
            this.trades = value;
            return this;
        }

        /**
         * Sets {@link TradingFacts#market()}.
         *
         * @param value the facts, or why there are none
         * @return this
         */
        public Builder market(Finding<MarketFacts> value) {
            this.market = value;
            return this;
        }

        /**
         * Adds to {@link TradingFacts#issues()}.
         *
         * @param more rows that were left out
         * @return this
         */
        public Builder issues(DataIssues more) {
            this.issues = issues.plus(more);
            return this;
        }

        /**
         * Ends the collection.
         *
         * @return the facts
         */
        public TradingFacts build() {
            return new TradingFacts(this);
        }
    }
}
