package io.axisor.metrics.contract;

import org.junit.jupiter.api.AfterEach;

/**
 * All that a {@link io.axisor.metrics.source.MetricsDataSource} must do. Extend it and implement {@link #load}; every
 * inherited test then runs against your source. Override {@link #tick()} for a store that keeps less than microseconds,
 * and {@link #cleanUp()} to close what {@link #load} opened.
 */
public abstract class MetricsDataSourceContract
        implements AccountsContract,
                AccountIdsContract,
                ActivityContract,
                LastActivityContract,
                PayingUsersContract,
                PlanChangesContract,
                SurveysContract,
                PaymentsContract,
                CurrenciesContract,
                RefundsContract,
                SubscriptionsContract,
                AutomationsContract,
                ExecutionsContract,
                MarginGuardContract,
                TradesContract,
                ProfitContract,
                MarketsContract,
                FeaturesContract,
                TicketsContract,
                ComplianceContract,
                DirtyRowsContract,
                LeftOutContract,
                LeftOutTablesContract,
                MappingContract,
                RandomCompaniesContract {

    /** For subclasses. */
    protected MetricsDataSourceContract() {}

    /**
     * Called after each test.
     *
     * @throws Exception whatever the store throws; it fails the test
     */
    protected void cleanUp() throws Exception {}

    @AfterEach
    final void cleanUpAfterEachTest() throws Exception {
        cleanUp();
    }
}
