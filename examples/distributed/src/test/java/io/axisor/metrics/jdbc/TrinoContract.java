package io.axisor.metrics.jdbc;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract on three nodes, with fewer random companies: each takes some hundred statements, of a fifth of a second each. */
abstract class TrinoContract extends JdbcContract {

    TrinoContract(StoredAs stored) {
        super(TrinoEngine.INSTANCE, stored);
    }

    @Override
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    public void measuresRandomCompaniesAsTheSourceInMemoryDoes(long seed) {
        super.measuresRandomCompaniesAsTheSourceInMemoryDoes(seed);
    }
}
