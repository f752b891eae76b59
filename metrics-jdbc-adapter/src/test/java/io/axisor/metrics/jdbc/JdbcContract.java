package io.axisor.metrics.jdbc;

import io.axisor.metrics.contract.Company;
import io.axisor.metrics.contract.MetricsDataSourceContract;
import io.axisor.metrics.source.MetricsDataSource;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract on a database, with tables that store instants and amounts in one of the ways there are. */
@ExtendWith(ContractRecord.class)
abstract class JdbcContract extends MetricsDataSourceContract {

    private final Engine engine;
    private final StoredAs stored;

    JdbcContract(Databases database, StoredAs stored) {
        this(database.engine(), stored);
    }

    JdbcContract(Engine engine, StoredAs stored) {
        this.engine = engine;
        this.stored = stored;
    }

    final Engine engine() {
        return engine;
    }

    @Override
    public MetricsDataSource load(Company company) throws SQLException {
        MetricsSchema schema = new CompanyTables(engine, stored, company).create();
        return JdbcMetricsDataSource.of(engine.dataSource(), schema);
    }

    @Override
    public Duration tick() {
        return stored.tick;
    }
}
