/**
 * What every {@link io.axisor.metrics.source.MetricsDataSource} must do, as tests that ship in the core's test-jar. An
 * adapter for another store passes them with one class of a few lines:
 *
 * <pre>{@code
 * class MyStoreContractTest extends MetricsDataSourceContract {
 *     public MetricsDataSource load(Company company) throws Exception {
 *         store.clear();
 *         company.accounts().ifPresent(store::writeAccounts); // and so on, kind by kind
 *         return new MyStoreMetricsDataSource(store, mappingOf(company));
 *     }
 * }
 * }</pre>
 *
 * <p>{@link io.axisor.metrics.contract.Company} holds the rows and says how they are mapped. The tests fall into one
 * interface for each subject, with small companies and the numbers that must come out of them, written out; and
 * {@code RandomCompaniesContract}, which compares whole snapshots of random companies with those of
 * {@link io.axisor.metrics.source.InMemoryMetricsDataSource}. Nothing is needed but JUnit Jupiter and AssertJ.
 *
 * <p>Here belongs what is true of every source. What only one store can get wrong (a type, a time zone, a transaction)
 * belongs to the tests of its adapter.
 */
@NullMarked
package io.axisor.metrics.contract;

import org.jspecify.annotations.NullMarked;
