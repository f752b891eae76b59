package io.axisor.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.axisor.metrics.definition.DomainMetrics;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementRecorder;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.source.InMemoryMetricsDataSource;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.ActivityEvent;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.ConfidenceLevel;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** The front door: options, domains of the host's own, snapshots. */
class BusinessMetricsTest {

    private static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");
    private static final InMemoryMetricsDataSource NOTHING =
            InMemoryMetricsDataSource.builder().build();

    private static BusinessMetrics.Builder builder() {
        return BusinessMetrics.builder(NOTHING, ZoneOffset.UTC).clock(() -> NOW);
    }

    /** What a host with a warehouse writes to measure it. */
    private record Warehouse(String name, String key) implements MetricsDomain {

        private static Warehouse of(String name) {
            return new Warehouse(name, "pallets.stored");
        }

        private MetricDefinition pallets() {
            return MetricDefinition.of(name, key, new MetricUnit("pallets"))
                    .windows(Window.TODAY)
                    .describedAs("Pallets stored in the window");
        }

        @Override
        public List<MetricDefinition> definitions() {
            return List.of(pallets());
        }

        @Override
        public DomainMetrics measure(AsOf at, MeasurementRules rules) {
            MeasurementRecorder recorder = new MeasurementRecorder(at, rules);
            recorder.number(pallets(), Window.TODAY, Map.of(), Finding.ok(7));
            return new DomainMetrics(name, at, recorder.measurements());
        }
    }

    @Test
    void everyOptionOutOfBoundsIsNamedAtOnce() {
        BusinessMetrics.Builder tooLittle =
                builder().grossMargin(BigDecimal.ZERO).longestLifetimeInMonths(0);

        assertThatIllegalArgumentException()
                .isThrownBy(tooLittle::build)
                .withMessageContaining("grossMargin must be above 0 and at most 1, not 0")
                .withMessageContaining("longestLifetimeInMonths must be at least 1, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().grossMargin(new BigDecimal("1.01")).build())
                .withMessageContaining("not 1.01");
        assertThat(builder()
                        .grossMargin(BigDecimal.ONE)
                        .longestLifetimeInMonths(1)
                        .build()
                        .domains())
                .containsExactly("users", "revenue", "automation", "trading", "platform", "system");
    }

    @Test
    void nowIsAsOfTheClocksInstant() {
        BusinessMetrics metrics = builder().build();

        assertThat(metrics.now().users().at())
                .isEqualTo(metrics.asOf(NOW).users().at());
        assertThat(metrics.now().measurements())
                .extracting(Object::toString)
                .isEqualTo(metrics.asOf(NOW).measurements().stream()
                        .map(Object::toString)
                        .toList());
    }

    @Test
    void thePastIsMeasuredByTheSameRulesAndKnowsWhenItWasComputed() {
        AsOf at = builder()
                .build()
                .asOf(Instant.parse("2025-01-01T00:00:00Z"))
                .users()
                .at();

        assertThat(at.instant()).isEqualTo("2025-01-01T00:00:00Z");
        assertThat(at.computedAt()).isEqualTo(NOW);
        assertThat(at.isPast()).isTrue();
    }

    @Test
    void daysAreCutInTheBusinessZoneAndWeeksInTheBusinessCalendar() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        BusinessMetrics metrics = BusinessMetrics.builder(NOTHING, tokyo)
                .clock(() -> NOW)
                .calendar(new BusinessCalendar(tokyo, DayOfWeek.SUNDAY))
                .build();

        assertThat(metrics.now().users().created(Window.TODAY).range())
                .contains(new TimeRange(Instant.parse("2026-03-14T15:00:00Z"), NOW));
        assertThat(metrics.now().users().created(Window.THIS_WEEK).range())
                .contains(new TimeRange(Instant.parse("2026-03-14T15:00:00Z"), NOW));
        assertThat(BusinessMetrics.builder(NOTHING, tokyo)
                        .clock(() -> NOW)
                        .build()
                        .now()
                        .users()
                        .created(Window.THIS_WEEK)
                        .range())
                .contains(new TimeRange(Instant.parse("2026-03-08T15:00:00Z"), NOW));
    }

    @Test
    void rulesReachTheMeasurements() {
        Instant created = Instant.parse("2026-01-31T00:00:00Z");
        InMemoryMetricsDataSource source = InMemoryMetricsDataSource.builder()
                .accounts(List.of(Account.of("a", created), Account.of("b", created)))
                .activity(List.of(new ActivityEvent("a", NOW.minusSeconds(60))))
                .build();
        Measurement retention = BusinessMetrics.builder(source, ZoneOffset.UTC)
                .clock(() -> NOW)
                .rules(new MeasurementRules(ConfidenceLevel.P99, 2, 50))
                .build()
                .now()
                .users()
                .retention();

        assertThat(retention.value()).contains(new BigDecimal("0.5"));
        assertThat(retention.isSmallSample()).isFalse();
        assertThat(retention.interval().orElseThrow().level()).isEqualTo(ConfidenceLevel.P99);
    }

    @Test
    void aDomainOfTheHostsOwnIsMeasuredAndCataloguedLikeOurs() {
        BusinessMetrics metrics = builder().domain(Warehouse.of("warehouse")).build();
        MetricsSnapshot snapshot = metrics.now();

        assertThat(metrics.domains())
                .containsExactly("users", "revenue", "automation", "trading", "platform", "system", "warehouse");
        assertThat(metrics.catalog().find("pallets.stored")).isPresent();
        assertThat(metrics.measure("warehouse", NOW).measurements()).hasSize(1);
        assertThat(snapshot.domain("warehouse")).isPresent();
        assertThat(snapshot.measurements()).extracting(Measurement::name).contains("pallets.stored.today");
        assertThat(snapshot.find("pallets.stored", Window.TODAY))
                .extracting(m -> m.value().orElseThrow())
                .containsExactly(new BigDecimal("7"));
    }

    @Test
    void aSecondDomainOfAnyNameIsRefused() {
        BusinessMetrics.Builder builder = builder().domain(new Warehouse("users", "pallets.stored"));

        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessageContaining("there is a domain 'users' already");
    }

    @Test
    void aMetricThatARegistryWouldConfuseWithOursIsRefused() {
        BusinessMetrics.Builder builder = builder().domain(new Warehouse("warehouse", "users.new"));

        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessageContaining("'users.new' and 'users.new' would both be shown as users.new.today");
    }

    @Test
    void everyMeasurementIsOfTheCatalogueItsWindowsAndItsTags() {
        BusinessMetrics metrics = builder().build();

        assertThat(metrics.now().measurements()).isNotEmpty().allSatisfy(m -> {
            MetricDefinition definition =
                    metrics.catalog().find(m.definition().key()).orElseThrow();
            assertThat(definition.windows().isEmpty()).isEqualTo(m.window().isEmpty());
            m.window().ifPresent(window -> assertThat(definition.windows()).contains(window));
        });
    }

    @Test
    void anUnknownDomainIsRefusedWithThoseThereAre() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> builder().build().measure("sales", NOW))
                .withMessage(
                        "there is no domain 'sales', only [users, revenue, automation, trading, platform, system]");
    }

    @Test
    void aSnapshotTellsWhatWasNotMeasured() {
        BusinessMetrics metrics = builder().build();
        MetricsSnapshot users = metrics.snapshotOf(List.of(metrics.measure("users", NOW)));

        assertThat(users.users().total().status()).isEqualTo(Status.UNAVAILABLE);
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(users::revenue)
                .withMessage("the domain 'revenue' has not been measured; only [users]");
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(users::customerValue)
                .withMessage("users and revenue have not both been measured; only [users]");
        assertThat(users.domain("revenue")).isEmpty();
        assertThat(users.find("payments", null)).isEmpty();
        assertThat(metrics.snapshotOf(List.of()).measurements()).isEmpty();
    }

    @Test
    void findingIsByKeyAndWindow() {
        MetricsSnapshot snapshot = builder().build().now();

        assertThat(snapshot.find("users.active", Window.ROLLING_7D)).hasSize(1);
        assertThat(snapshot.find("users.active", null)).isEmpty();
        assertThat(snapshot.find("users.active", Window.TODAY)).isEmpty();
        assertThat(snapshot.find("users", null)).hasSize(1);
        assertThat(snapshot.find("revenue.clv", null))
                .as("composed of two domains")
                .hasSize(1);
    }
}
