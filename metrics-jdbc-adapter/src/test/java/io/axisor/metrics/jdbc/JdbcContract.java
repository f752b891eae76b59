package io.axisor.metrics.jdbc;

import io.axisor.metrics.contract.Company;
import io.axisor.metrics.contract.MetricsDataSourceContract;
import io.axisor.metrics.source.MetricsDataSource;
import java.sql.SQLException;
import java.time.Duration;

/** The contract on a database, with tables that store instants and amounts in one of the ways there are. */
abstract class JdbcContract extends MetricsDataSourceContract {

    private final Databases database;
    private final StoredAs stored;

    JdbcContract(Databases database, StoredAs stored) {
        this.database = database;
        this.stored = stored;
    }

    @Override
    public MetricsDataSource load(Company company) throws SQLException {
        MetricsSchema schema = new CompanyTables(database, stored, company).create();
        return JdbcMetricsDataSource.of(database.dataSource(), schema);
    }

    @Override
    public Duration tick() {
        return stored.tick;
    }
}
