package io.axisor.metrics.jdbc;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract on three nodes, in one way of storing times, of which {@link TrinoDatabaseIT} has them all. Every statement
 * costs a plan and a run on all nodes, so the build runs the random companies, each figure of which must be that of the source
 * in memory, and four of them; the whole contract is an execution that is asked for.
 */
class TrinoInstantContractIT extends JdbcContract {

    TrinoInstantContractIT() {
        super(TrinoEngine.INSTANCE, StoredAs.INSTANTS_AND_MAJOR_UNITS);
    }

    @Override
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    public void measuresRandomCompaniesAsTheSourceInMemoryDoes(long seed) {
        super.measuresRandomCompaniesAsTheSourceInMemoryDoes(seed);
    }
}
