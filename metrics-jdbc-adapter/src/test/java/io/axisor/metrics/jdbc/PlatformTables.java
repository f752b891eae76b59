package io.axisor.metrics.jdbc;

import io.axisor.metrics.contract.Company;
import java.sql.SQLException;

/** Writes a company's feature use, tickets and compliance requests into tables. */
@SuppressWarnings("UnusedVariable") // until there are tables
final class PlatformTables {

    private final CompanyTables tables;
    private final Company company;

    PlatformTables(CompanyTables tables, Company company) {
        this.tables = tables;
        this.company = company;
    }

    void create(MetricsSchema.Builder schema) throws SQLException {}
}
