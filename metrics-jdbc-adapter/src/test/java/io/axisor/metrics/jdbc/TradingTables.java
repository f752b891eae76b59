package io.axisor.metrics.jdbc;

import io.axisor.metrics.contract.Company;
import io.axisor.metrics.source.row.Trade;
import io.axisor.metrics.value.Money;
import java.sql.SQLException;

/** Writes a company's trades and a market log into tables. */
final class TradingTables {

    private final CompanyTables tables;
    private final Company company;
    private final StoredAs stored;

    TradingTables(CompanyTables tables, Company company) {
        this.tables = tables;
        this.company = company;
        this.stored = tables.stored;
    }

    void create(MetricsSchema.Builder schema) throws SQLException {
        schema.capital(company.capital().toArray(Money[]::new));
        if (company.trades().isPresent()) {
            createTrades(schema);
        }
        if (company.marketLog().isPresent()) {
            createMarketLog(schema);
        }
    }

    private void createTrades(MetricsSchema.Builder schema) throws SQLException {
        String amount = tables.engine.amountType();
        tables.table(
                "\"Trade Log\"",
                "\"Executed At\" %s, state VARCHAR(20), amount " + amount + ", currency VARCHAR(10), made_by "
                        + textType() + ", pnl " + amount + ", \"Market\" " + textType() + ", price DECIMAL(20, 4)");
        tables.insert("\"Trade Log\"", company.trades().get(), row -> new Object[] {
            tables.time(row.executedAt()),
            state(row),
            stored.amount(row.amount(), tables.digits(row.currency())),
            row.currency(),
            row.automationType(),
            stored.amount(row.pnl(), tables.digits(row.currency())),
            row.market(),
            row.price()
        });
        schema.trades(t -> {
            t.table("trade log").executedAt("Executed At", stored.kind);
            t.status("state").succeeded("filled", "closed").failed("rejected");
            t.amount("amount").automation("made_by").pnl("pnl").market("market").price("price");
            company.fixedCurrency().ifPresentOrElse(t::fixedCurrency, () -> t.currency("currency"));
            if (stored.minorUnits) {
                t.minorUnits();
            }
        });
    }

    private void createMarketLog(MetricsSchema.Builder schema) throws SQLException {
        tables.table(
                "market_log",
                "\"where\" " + textType() + ", amount " + tables.engine.amountType()
                        + ", price DECIMAL(20, 4), at_time %s");
        tables.insert("market_log", company.marketLog().get(), row ->
                new Object[] {row.market(), row.amount(), row.price(), tables.time(row.executedAt())});
        schema.marketLog(m -> m.table("market_log")
                .market("where")
                .amount("amount")
                .price("price")
                .executedAt("at_time", stored.kind));
    }

    /** Blanks fill up a CHAR, and are no part of a name. */
    private String textType() {
        return stored == StoredAs.LOCAL_TIMES_AND_MINOR_UNITS ? "CHAR(30)" : "VARCHAR(60)";
    }

    private static String state(Trade row) {
        boolean synonym = row.amount() != null && row.amount().unscaledValue().testBit(0);
        return switch (row.outcome()) {
            case SUCCEEDED -> synonym ? "filled" : "closed";
            case FAILED -> "rejected";
            case OTHER -> synonym ? "open" : null;
        };
    }
}
