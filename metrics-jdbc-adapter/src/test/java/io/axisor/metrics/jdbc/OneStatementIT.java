package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementFlag;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.system.SystemDefinitions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Drivers that refuse what others take, as ClickHouse's refuses transactions. */
class OneStatementIT {

    /** Another database's driver that refuses to be told such things. */
    private static DataSource refusing(String... methods) {
        DataSource database = Disguise.of(Databases.H2.dataSource());
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, arguments) -> refusing(database.getConnection(), Set.of(methods)));
    }

    private static Connection refusing(Connection connection, Set<String> methods) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (methods.contains(method.getName())) {
                        throw new SQLFeatureNotSupportedException(method.getName(), "0A000");
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static List<Measurement> measured(DataSource database) throws SQLException {
        JdbcMetricsDataSource source =
                JdbcMetricsDataSource.of(database, WholeCompany.in(Databases.H2, RefundShape.OWN_TABLE));
        assertThat(source.verify().errors()).isEmpty();
        return Measured.of(source, SourceUnderTest.NOW).snapshot().measurements().stream()
                .filter(measurement -> !measurement.definition().domain().equals(SystemDefinitions.DOMAIN))
                .toList();
    }

    @Test
    void aDriverThatRefusesTransactionsIsAskedStatementByStatementAndItsFiguresSaySo() throws SQLException {
        List<Measurement> alone = measured(refusing("setAutoCommit", "rollback", "setReadOnly"));
        List<Measurement> together = measured(Disguise.of(Databases.H2.dataSource()));

        assertThat(alone)
                .extracting(Measurement::value)
                .isEqualTo(together.stream().map(Measurement::value).toList());
        assertThat(alone)
                .filteredOn(measurement -> measurement.value().isPresent())
                .hasSizeGreaterThan(100)
                .allSatisfy(measurement -> assertThat(measurement.flags()).contains(MeasurementFlag.NOT_ONE_SNAPSHOT));
        assertThat(together)
                .allSatisfy(measurement ->
                        assertThat(measurement.flags()).doesNotContain(MeasurementFlag.NOT_ONE_SNAPSHOT));
    }

    @Test
    void soAreMetricsThatAreSql() throws SQLException {
        WholeCompany.in(Databases.H2, RefundShape.OWN_TABLE);
        CustomSqlDomain domain = CustomSqlDomain.builder("shop", refusing("setAutoCommit", "rollback"))
                .metric(CustomSqlMetric.of(
                        MetricDefinition.of("shop", "ones", MetricUnit.ONE).describedAs("One"),
                        "SELECT 1 FROM (VALUES (1)) v WHERE :at IS NOT NULL"))
                .build();

        assertThat(domain.verify().errors()).isEmpty();
        assertThat(domain.measure(WholeCompany.AT, MeasurementRules.DEFAULT).measurements())
                .singleElement()
                .satisfies(measurement -> assertThat(measurement.flags()).contains(MeasurementFlag.NOT_ONE_SNAPSHOT));
    }
}
