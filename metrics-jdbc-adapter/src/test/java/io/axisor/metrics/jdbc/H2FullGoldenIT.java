package io.axisor.metrics.jdbc;

import io.axisor.metrics.contract.Company;
import io.axisor.metrics.contract.GoldenContract;
import io.axisor.metrics.source.MetricsDataSource;
import java.sql.SQLException;

/** SQL measures what the golden files hold, all of it. */
class H2FullGoldenIT extends GoldenContract {

    @Override
    protected MetricsDataSource load(Company company) throws SQLException {
        Engine h2 = Databases.H2.engine();
        return JdbcMetricsDataSource.of(
                h2.dataSource(), new CompanyTables(h2, StoredAs.INSTANTS_AND_MAJOR_UNITS, company).create());
    }

    /** A database names the stored value that is not mapped. */
    @Override
    protected String asInMemory(String outcome) {
        return outcome.replace("have the unmapped status 'chargeback'", "have an unmapped status");
    }
}
