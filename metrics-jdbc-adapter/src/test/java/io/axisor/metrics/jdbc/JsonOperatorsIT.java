package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.CurrencyUnit;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** PostgreSQL's operators for jsonb, which drivers take for parameters unless they are written with two question marks. */
class JsonOperatorsIT {

    @BeforeAll
    static void write() {
        Databases.POSTGRESQL.run(
                "DROP TABLE IF EXISTS json_orders",
                "CREATE TABLE json_orders (data JSONB, amount INTEGER, made TIMESTAMP)",
                "INSERT INTO json_orders VALUES ('{\"paid\": 1}', 5, '2026-04-10 10:00'), ('{\"due\": 1}', 10,"
                        + " '2026-04-10 10:00'), ('{\"paid\": 1, \"gift\": 1}', 100, '2026-04-10 10:00'), ('{\"paid\":"
                        + " 1}', 1000, '2019-01-01')");
    }

    @Test
    void ofAHostsOwnMetric() {
        CustomSqlDomain shop = CustomSqlDomain.builder("shop", Databases.POSTGRESQL.dataSource())
                .metric(CustomSqlMetric.of(
                        MetricDefinition.of("shop", "orders.paid", new MetricUnit("orders"))
                                .windows(Window.ROLLING_30D)
                                .describedAs("Orders paid"),
                        "SELECT COUNT(*) FROM json_orders WHERE data ?? 'paid' AND NOT data ??| ARRAY['gift', 'test']"
                                + " AND data ??& ARRAY['paid'] AND made >= :from AND made < :to"))
                .times(TimeKind.localIn(ZoneOffset.UTC))
                .build();
        AsOf now = new AsOf(SourceUnderTest.NOW, SourceUnderTest.NOW, BusinessCalendar.of(ZoneOffset.UTC));

        assertThat(shop.verify().errors()).isEmpty();
        assertThat(shop.measure(now, MeasurementRules.DEFAULT).measurements())
                .extracting(Measurement::value)
                .singleElement()
                .satisfies(value -> assertThat(value.orElseThrow()).isEqualByComparingTo("1"));
    }

    @Test
    void ofAMappedSelect() {
        MetricsSchema schema = MetricsSchema.builder()
                .payments(p -> p.select("SELECT amount, made FROM json_orders WHERE data ?? 'paid'")
                        .amount("amount")
                        .fixedCurrency(CurrencyUnit.of("USD"))
                        .fixedStatus(PaymentStatus.SUCCEEDED)
                        .createdAt("made", TimeKind.localIn(ZoneOffset.UTC)))
                .build();
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(Databases.POSTGRESQL.dataSource(), schema);

        assertThat(source.verify().errors()).isEmpty();
        Measured.of(source, SourceUnderTest.NOW).shows("revenue.gross.lifetime{currency=USD}", "1105");
    }
}
