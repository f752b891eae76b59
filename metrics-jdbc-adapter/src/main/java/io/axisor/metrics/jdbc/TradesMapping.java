package io.axisor.metrics.jdbc;

import io.axisor.metrics.jdbc.internal.spec.ColumnSpec.Purpose;
import java.util.List;

/** Trades. */
public final class TradesMapping extends MoneyMapping<TradesMapping> {

    TradesMapping() {
        super("trades");
    }

    @Override
    TradesMapping self() {
        return this;
    }

    @Override
    List<String> requiredRoles() {
        return List.of("executedAt", "status", "amount");
    }

    @Override
    List<String> faults() {
        List<String> faults = super.faults();
        if (!hasValues("status", "succeeded")) {
            faults.add("trades: no status means succeeded; name at least one with .succeeded(...)");
        }
        return faults;
    }

    /**
     * When it was executed.
     *
     * @param column the column
     * @return this
     */
    public TradesMapping executedAt(String column) {
        return time("executedAt", column, null);
    }

    /**
     * When it was executed.
     *
     * @param column the column
     * @param kind how it stores instants
     * @return this
     */
    public TradesMapping executedAt(String column, TimeKind kind) {
        return time("executedAt", column, kind);
    }

    /**
     * How it ended, its values mapped with {@link #succeeded} and {@link #failed}; any other value is neither.
     *
     * @param column the column
     * @return this
     */
    public TradesMapping status(String column) {
        return column("status", column, Purpose.VALUE);
    }

    /**
     * The stored statuses that mean: it succeeded.
     *
     * @param stored the values
     * @return this
     */
    public TradesMapping succeeded(String... stored) {
        return values("status", "succeeded", stored);
    }

    /**
     * The stored statuses of rows that are no trades, such as simulated ones. They count nowhere, and are no issue.
     *
     * @param stored the values as the column holds them
     * @return this
     */
    public TradesMapping ignored(String... stored) {
        return values("status", "ignored", stored);
    }

    /**
     * The stored statuses that mean: it failed.
     *
     * @param stored the values
     * @return this
     */
    public TradesMapping failed(String... stored) {
        return values("status", "failed", stored);
    }

    /**
     * The type of the automation that made it, null for none; often a column of a joined table. Optional; without, every trade is
     * manual.
     *
     * @param column the column
     * @return this
     */
    public TradesMapping automation(String column) {
        return column("automation", column, Purpose.VALUE);
    }

    /**
     * Profit, or loss below 0, in the unit of the amount; null for trades that are not closed. Optional.
     *
     * @param column the column
     * @return this
     */
    public TradesMapping pnl(String column) {
        return column("pnl", column, Purpose.SUM);
    }

    /**
     * Where it was executed. Optional.
     *
     * @param column the column
     * @return this
     */
    public TradesMapping market(String column) {
        return column("market", column, Purpose.VALUE);
    }

    /**
     * At which price. Optional.
     *
     * @param column the column
     * @return this
     */
    public TradesMapping price(String column) {
        return column("price", column, Purpose.NUMBER);
    }
}
