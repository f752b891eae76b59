package io.axisor.metrics.jdbc;

import io.axisor.metrics.contract.Company;
import java.sql.SQLException;

/** Writes a company's automations and executions into tables. */
@SuppressWarnings("UnusedVariable") // until there are tables
final class AutomationTables {

    private final CompanyTables tables;
    private final Company company;

    AutomationTables(CompanyTables tables, Company company) {
        this.tables = tables;
        this.company = company;
    }

    void create(MetricsSchema.Builder schema) throws SQLException {}
}
