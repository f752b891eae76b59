package io.axisor.metrics.jdbc;

import io.axisor.metrics.contract.Company;
import java.sql.SQLException;

/** Writes a company's trades and a market log into tables. */
@SuppressWarnings("UnusedVariable") // until there are tables
final class TradingTables {

    private final CompanyTables tables;
    private final Company company;

    TradingTables(CompanyTables tables, Company company) {
        this.tables = tables;
        this.company = company;
    }

    void create(MetricsSchema.Builder schema) throws SQLException {}
}
