package io.axisor.metrics.jdbc;

import io.axisor.metrics.jdbc.internal.spec.ColumnSpec.Purpose;
import java.util.List;

/** A log of what was traded on markets, which tells the markets instead of the trades. */
public final class MarketLogMapping extends FactMapping<MarketLogMapping> {

    MarketLogMapping() {
        super("market");
    }

    @Override
    MarketLogMapping self() {
        return this;
    }

    @Override
    List<String> requiredRoles() {
        return List.of("market", "amount", "executedAt");
    }

    /**
     * Where.
     *
     * @param column the column
     * @return this
     */
    public MarketLogMapping market(String column) {
        return column("market", column, Purpose.VALUE);
    }

    /**
     * How much, in the unit that the market trades.
     *
     * @param column the column
     * @return this
     */
    public MarketLogMapping amount(String column) {
        return column("amount", column, Purpose.SUM);
    }

    /**
     * At which price. Optional.
     *
     * @param column the column
     * @return this
     */
    public MarketLogMapping price(String column) {
        return column("price", column, Purpose.NUMBER);
    }

    /**
     * When.
     *
     * @param column the column
     * @return this
     */
    public MarketLogMapping executedAt(String column) {
        return time("executedAt", column, null);
    }

    /**
     * When.
     *
     * @param column the column
     * @param kind how it stores instants
     * @return this
     */
    public MarketLogMapping executedAt(String column, TimeKind kind) {
        return time("executedAt", column, kind);
    }
}
