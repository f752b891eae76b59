package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Status;
import java.sql.SQLException;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A domain of SQL among the library's own: catalogued, documented, shown, refreshed and failing like them. */
class CustomSqlRefreshIT {

    private static final MetricDefinition SHIPPED = MetricDefinition.of(
                    "shop", "boxes.shipped", new MetricUnit("boxes"))
            .windows(Window.ROLLING_24H, Window.ROLLING_30D)
            .tags("site")
            .describedAs("Boxes shipped in the window, by site");

    private static CustomSqlDomain.Builder shop(Databases database) {
        database.run(
                "DROP TABLE IF EXISTS shipments",
                "CREATE TABLE shipments (site VARCHAR(10), shipped_at TIMESTAMP)",
                "INSERT INTO shipments VALUES ('north', TIMESTAMP '2026-04-15 09:00:00'),"
                        + " ('north', TIMESTAMP '2026-04-01 09:00:00'), ('south', TIMESTAMP '2026-04-01 09:00:00')");
        return CustomSqlDomain.builder("shop", database.dataSource())
                .times(TimeKind.localIn(ZoneOffset.UTC))
                .metric(CustomSqlMetric.of(
                        SHIPPED,
                        "SELECT site, COUNT(*) FROM shipments WHERE shipped_at >= :from AND shipped_at < :to"
                                + " GROUP BY site"));
    }

    private static BusinessMetrics metrics(Databases database, CustomSqlDomain domain) throws SQLException {
        JdbcMetricsDataSource source =
                JdbcMetricsDataSource.of(database.dataSource(), WholeCompany.in(database, RefundShape.ON_PAYMENT));
        return BusinessMetrics.builder(source, ZoneOffset.UTC)
                .clock(() -> SourceUnderTest.NOW)
                .domain(domain)
                .build();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void itIsMeasuredCataloguedAndDocumentedLikeOurs(Databases database) throws SQLException {
        BusinessMetrics metrics = metrics(database, shop(database).build());
        MetricsSnapshot snapshot = metrics.now();

        assertThat(metrics.domains()).endsWith("shop");
        assertThat(metrics.catalog().find("boxes.shipped")).contains(SHIPPED);
        assertThat(metrics.catalog().toMarkdown()).contains("""

            ## shop

            | metric | unit | windows | statistics | tags | definition |
            |---|---|---|---|---|---|
            | `boxes.shipped` | boxes | 24h 30d |  | site | Boxes shipped in the window, by site |
            """);
        assertThat(snapshot.domain("shop").orElseThrow().measurements())
                .extracting(Measurement::toString)
                .containsExactlyInAnyOrder(
                        "boxes.shipped.24h{site=north} OK 1",
                        "boxes.shipped.30d{site=north} OK 2",
                        "boxes.shipped.30d{site=south} OK 1");
        assertThat(snapshot.find("boxes.shipped", Window.ROLLING_30D))
                .hasSize(2)
                .allSatisfy(m -> {
                    assertThat(m.asOf()).isEqualTo(SourceUnderTest.NOW);
                    assertThat(m.range()).contains(snapshot.users().at().range(Window.ROLLING_30D));
                });
        assertThat(snapshot.users().total().get()).isEqualByComparingTo("1");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aSelectThatFailsLeavesTheOtherDomainsAlone(Databases database) throws SQLException {
        CustomSqlDomain domain = shop(database)
                .metric(CustomSqlMetric.of(
                        MetricDefinition.of("shop", "boxes.lost", new MetricUnit("boxes"))
                                .describedAs("Boxes lost"),
                        "SELECT COUNT(*) FROM lost_boxes"))
                .build();
        database.run("DROP TABLE IF EXISTS lost_boxes", "CREATE TABLE lost_boxes (site VARCHAR(10))");
        try (MetricsRefresher refresher =
                MetricsRefresher.builder(metrics(database, domain)).build()) {
            assertThat(refresher.refresh().measurements())
                    .extracting(Measurement::name)
                    .contains("boxes.lost");
            assertThat(refresher.health()).hasSize(7).allMatch(health -> health.up());

            database.run("DROP TABLE lost_boxes");
            MetricsSnapshot snapshot = refresher.refresh();

            assertThat(refresher.health("shop").up()).isFalse();
            assertThat(refresher.health("shop").lastFailure())
                    .hasValueSatisfying(reason -> assertThat(reason)
                            .startsWith("MetricsDataException: shop: boxes.lost: the database reported an error ("));
            assertThat(snapshot.domain("shop").orElseThrow().measurements())
                    .extracting(Measurement::status)
                    .containsOnly(Status.STALE);
            assertThat(refresher.health("users").up()).isTrue();
            assertThat(refresher.health("revenue").up()).isTrue();
            assertThat(snapshot.users().byPlan())
                    .extracting(Measurement::status)
                    .containsOnly(Status.OK);
            assertThat(snapshot.revenue().measurements())
                    .extracting(Measurement::status)
                    .doesNotContain(Status.STALE, Status.FAILED);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aNameThatARegistryWouldConfuseWithOursIsRefused(Databases database) {
        CustomSqlDomain domain = CustomSqlDomain.builder("shop", database.dataSource())
                .metric(CustomSqlMetric.of(
                        MetricDefinition.of("shop", "users.active.30d", MetricUnit.USERS)
                                .describedAs("Our idea of active"),
                        "SELECT 1"))
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> metrics(database, domain))
                .withMessageContaining("'users.active' and 'users.active.30d' would both be shown as users.active.30d");
    }
}
