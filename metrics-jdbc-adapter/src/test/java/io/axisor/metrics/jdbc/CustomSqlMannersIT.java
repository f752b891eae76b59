package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.jdbc.WatchedDataSource.Run;
import io.axisor.metrics.source.MetricsDataException;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.time.Window;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** A guest's manners of a domain of SQL, towards connections, statements and other domains' rows. */
class CustomSqlMannersIT {

    private static final Instant NOW = Instant.parse("2026-04-15T09:30:00Z");
    private static final AsOf AT = new AsOf(NOW, NOW, BusinessCalendar.of(ZoneOffset.UTC));
    private static final String COUNT = "SELECT COUNT(*) FROM boxes WHERE packed_at >= :from AND packed_at < :to";
    private static final String ALL = "SELECT COUNT(*) FROM boxes WHERE packed_at < :at";

    private static MetricDefinition define(String key, Window... windows) {
        return MetricDefinition.of("shop", key, new MetricUnit("boxes"))
                .windows(windows)
                .describedAs("Boxes packed");
    }

    private static CustomSqlDomain.Builder packing(WatchedDataSource watched) {
        return CustomSqlDomain.builder("shop", watched.dataSource())
                .metric(CustomSqlMetric.of(define("boxes.packed", Window.TODAY, Window.ROLLING_7D), COUNT))
                .metric(CustomSqlMetric.of(define("boxes"), ALL))
                .metric(CustomSqlMetric.of(define("boxes.again"), ALL));
    }

    private static WatchedDataSource watched(Databases database) {
        database.run(
                "DROP TABLE IF EXISTS boxes",
                "CREATE TABLE boxes (packed_at " + database.zonedType() + ", note VARCHAR(20))",
                "INSERT INTO boxes VALUES (CAST('2026-04-15 01:00:00+0:00' AS " + database.zonedType()
                        + "), 's3cret')");
        return new WatchedDataSource(database.dataSource());
    }

    private static void measure(CustomSqlDomain domain) {
        domain.measure(AT, MeasurementRules.DEFAULT);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void oneConnectionAndAStatementForEachMetricAndWindow(Databases database) {
        WatchedDataSource watched = watched(database);
        CustomSqlDomain domain =
                packing(watched).queryTimeout(Duration.ofSeconds(7)).build();
        assertThat(watched.lent()).isEmpty();

        measure(domain);
        assertThat(watched.lent()).hasSize(1);
        assertThat(watched.returned()).isEqualTo(watched.lent());
        assertThat(watched.runs()).hasSize(4).allSatisfy(run -> {
            assertThat(run.queryTimeout()).isEqualTo(7);
            assertThat(run.autoCommit()).isFalse();
            assertThat(run.sql())
                    .startsWith("SELECT COUNT(*) FROM boxes WHERE packed_at ")
                    .doesNotContain(":", "'");
        });
        watched.forget();
        domain.verify();
        assertThat(watched.lent()).hasSize(1);
        assertThat(watched.returned()).isEqualTo(watched.lent());
        assertThat(watched.runs()).isEmpty();
    }

    static Stream<Arguments> databasesAndStates() {
        return ConnectionMannersIT.databasesAndStates();
    }

    @ParameterizedTest(name = "{0} auto-commit {1} isolation {2} read-only {3}")
    @MethodSource("databasesAndStates")
    void aConnectionGoesBackAsItCameWhateverFails(
            Databases database, boolean autoCommit, int isolation, boolean readOnly) {
        AtomicInteger untilFailure = new AtomicInteger(Integer.MAX_VALUE);
        WatchedDataSource watched = watched(database)
                .beforeLending(connection -> {
                    connection.setReadOnly(readOnly);
                    connection.setTransactionIsolation(isolation);
                    connection.setAutoCommit(autoCommit);
                })
                .beforeRunning(run -> {
                    if (untilFailure.decrementAndGet() == 0) {
                        throw new SQLException("told to fail", "99999", 7);
                    }
                });
        CustomSqlDomain domain = packing(watched).build();
        measure(domain);
        domain.verify();
        for (int failing = 1; failing <= 4; failing++) {
            untilFailure.set(failing);
            String place = failing == 1
                    ? "boxes.packed over today"
                    : failing == 2 ? "boxes.packed over 7d" : failing == 3 ? "boxes" : "boxes.again";
            assertThatExceptionOfType(MetricsDataException.class)
                    .isThrownBy(() -> measure(domain))
                    .withMessage("shop: " + place
                            + ": the database reported an error (SQLException, SQLState 99999, code 7);"
                            + " verifying has the database check every SELECT");
        }
        assertThat(watched.lent()).hasSize(6).allSatisfy(state -> {
            assertThat(state.autoCommit()).isEqualTo(autoCommit);
            assertThat(state.isolation()).isEqualTo(isolation);
        });
        assertThat(watched.returned()).isEqualTo(watched.lent());
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aConnectionGoesBackAsItCameWhenTheResultIsRefused(Databases database) {
        WatchedDataSource watched = watched(database);
        CustomSqlDomain domain = CustomSqlDomain.builder("shop", watched.dataSource())
                .metric(CustomSqlMetric.of(define("boxes"), "SELECT packed_at FROM boxes WHERE packed_at < :at"))
                .build();

        assertThatExceptionOfType(MetricsDataException.class).isThrownBy(() -> measure(domain));
        assertThat(domain.verify().isUsable()).isFalse();
        assertThat(watched.returned()).hasSize(2).isEqualTo(watched.lent());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "H2") // it takes the flag and ignores it
    void theTransactionIsReadOnlyForTheDatabaseToo(Databases database) {
        AtomicReference<Throwable> refused = new AtomicReference<>();
        WatchedDataSource watched = watched(database).beforeRunning(run -> {
            try (Statement statement = run.connection().createStatement()) {
                refused.set(catchThrowable(() -> statement.execute("DELETE FROM boxes")));
            }
            throw new SQLException("enough");
        });

        assertThatExceptionOfType(MetricsDataException.class)
                .isThrownBy(() -> measure(packing(watched).build()))
                .havingRootCause()
                .withMessage("enough");
        assertThat(refused.get()).isInstanceOf(SQLException.class).hasMessageContaining("read-only");
    }

    @Test
    void aSelectThatWritesIsRefusedByTheDatabase() {
        WatchedDataSource watched = watched(Databases.POSTGRESQL);
        CustomSqlDomain domain = CustomSqlDomain.builder("shop", watched.dataSource())
                .metric(CustomSqlMetric.of(
                        define("boxes"),
                        "WITH gone AS (DELETE FROM boxes WHERE packed_at < :at RETURNING 1) SELECT COUNT(*) FROM gone"))
                .build();

        assertThatExceptionOfType(MetricsDataException.class)
                .isThrownBy(() -> measure(domain))
                .withMessageContaining("SQLState 25006");
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void allMetricsSeeTheSameRows(Databases database) {
        WatchedDataSource watched = watched(database);
        watched.beforeRunning((Run run) -> database.run("INSERT INTO boxes SELECT * FROM boxes"));
        CustomSqlDomain domain = packing(watched).build();

        for (int round = 0; round < 2; round++) {
            assertThat(domain.measure(AT, MeasurementRules.DEFAULT).measurements())
                    .extracting(m -> m.value().orElseThrow())
                    .as("the row that was there, doubled before each of the first round's four statements, the first of"
                            + " which opens the snapshot")
                    .hasSize(4)
                    .containsOnly(BigDecimal.valueOf(round == 0 ? 2 : 32));
        }
        assertThat(watched.runs()).extracting(Run::isolation).containsOnly(Connection.TRANSACTION_REPEATABLE_READ);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anErrorNeverQuotesARow(Databases database) {
        CustomSqlDomain domain = CustomSqlDomain.builder(
                        "shop", watched(database).dataSource())
                .metric(CustomSqlMetric.of(
                        define("boxes"), "SELECT SUM(CAST(note AS INTEGER)) FROM boxes WHERE packed_at < :at"))
                .build();

        assertThatExceptionOfType(MetricsDataException.class)
                .isThrownBy(() -> measure(domain))
                .withMessageStartingWith("shop: boxes: the database reported an error (")
                .withMessageNotContaining("s3cret");
        assertThat(domain.verify().isUsable()).isTrue();
    }

    @Test
    void aDataSourceThatLendsNothingIsNamed() {
        WatchedDataSource closed = watched(Databases.H2).beforeLending(connection -> {
            throw new IllegalStateException("the pool is closed");
        });
        CustomSqlDomain domain = packing(closed).build();
        String words =
                ": the data source lent no connection (IllegalStateException); look whether the database is up and"
                        + " the pool has a connection to spare";

        assertThatExceptionOfType(MetricsDataException.class)
                .isThrownBy(() -> measure(domain))
                .withMessage("shop" + words);
        assertThatExceptionOfType(MetricsDataException.class)
                .isThrownBy(domain::verify)
                .withMessage("verify" + words);
    }

    @Test
    void aSlowSelectIsNotWaitedForBeyondTheTimeout() {
        CustomSqlDomain domain = CustomSqlDomain.builder(
                        "shop", watched(Databases.POSTGRESQL).dataSource())
                .metric(CustomSqlMetric.of(
                        define("boxes"), "SELECT COUNT(*) FROM boxes, pg_sleep(20) WHERE packed_at < :at"))
                .queryTimeout(Duration.ofSeconds(1))
                .build();
        long begun = System.nanoTime();

        assertThatExceptionOfType(MetricsDataException.class)
                .isThrownBy(() -> measure(domain))
                .withMessageContaining("PSQLException, SQLState 57014");
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(12));
    }
}
