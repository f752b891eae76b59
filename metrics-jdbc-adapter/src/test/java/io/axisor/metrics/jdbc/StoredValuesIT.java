package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.value.CurrencyUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stored values mean, and what the preflight says of those that mean nothing. */
class StoredValuesIT {

    private static final CurrencyUnit USD = CurrencyUnit.of("USD");

    @ParameterizedTest
    @EnumSource(Databases.class)
    void twoColumnsOfATableMayStoreTheSameNumbers(Databases database) {
        database.run(
                "DROP TABLE IF EXISTS contracts",
                "CREATE TABLE contracts (who INTEGER, price DECIMAL(10, 2), state INTEGER, cycle INTEGER, begun"
                        + " TIMESTAMP)",
                "INSERT INTO contracts VALUES (1, 120.00, 1, 2, TIMESTAMP '2026-01-01 00:00:00')",
                "INSERT INTO contracts VALUES (2, 12.00, 1, 1, TIMESTAMP '2026-01-01 00:00:00')",
                "INSERT INTO contracts VALUES (3, 99.00, 2, 1, TIMESTAMP '2026-01-01 00:00:00')");
        MetricsSchema schema = MetricsSchema.builder()
                .subscriptions(s -> s.table("contracts")
                        .userId("who")
                        .amount("price")
                        .fixedCurrency(USD)
                        .status("state")
                        .active("1")
                        .notPaying("2")
                        .interval("cycle")
                        .monthly("1")
                        .yearly("2")
                        .startedAt("begun"))
                .build();
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(database.dataSource(), schema);

        assertThat(source.verify().errors()).isEmpty();
        assertThat(source.verify().contentErrors()).isEmpty();
        Measured.of(source, SourceUnderTest.NOW).showsOnly("revenue.mrr", "{currency=USD, plan=unspecified} 22");
    }
}
