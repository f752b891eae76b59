package io.axisor.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.definition.DomainMetrics;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementRecorder;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.source.InMemoryMetricsDataSource;
import io.axisor.metrics.source.MetricsDataException;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.ConfidenceLevel;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A domain of a host's own, written in Java as ours are: facts, a formula, definitions. The guide {@code own-metrics.md}
 * quotes the tagged regions.
 */
class OwnDomainExampleTest {

    // tag::facts
    /** What is counted for one instant: promised parcels by window, and parcels under way by carrier. */
    record DeliveryFacts(Map<Window, Promises> promises, Finding<Breakdown> underway) {}

    /** Parcels promised for a range of time, and how many of them came in time. */
    record Promises(long made, long kept) {}

    /** Counts the facts: a client of the carriers, a repository, a file. */
    interface Tracking {
        DeliveryFacts count(AsOf at);
    }
    // end::facts

    // tag::formula
    /** Kept ÷ made. Without a promise there is nothing to keep: UNDEFINED, neither 0 nor 1. */
    static final class PromiseRate {

        private PromiseRate() {}

        static Finding<Ratio> of(Promises promises) {
            return Ratio.ofCounts(promises.kept(), promises.made(), "no parcel was promised for the window");
        }
    }
    // end::formula

    // tag::domain
    /** How parcels reach customers. */
    static final class DeliveryDomain implements MetricsDomain {

        static final MetricDefinition KEPT = MetricDefinition.of("delivery", "delivery.promises.kept", MetricUnit.RATIO)
                .windows(Window.ROLLING_7D, Window.LAST_MONTH)
                .describedAs("Of the parcels promised for the window, the share delivered in time");

        static final MetricDefinition UNDERWAY = MetricDefinition.of("delivery", "parcels", new MetricUnit("parcels"))
                .tags("carrier")
                .describedAs("Parcels handed over before t and not delivered before it, by carrier");

        private final Tracking tracking;

        DeliveryDomain(Tracking tracking) {
            this.tracking = tracking;
        }

        @Override
        public String name() {
            return "delivery";
        }

        @Override
        public List<MetricDefinition> definitions() {
            return List.of(KEPT, UNDERWAY);
        }

        @Override
        public DomainMetrics measure(AsOf at, MeasurementRules rules) {
            DeliveryFacts facts = tracking.count(at);
            MeasurementRecorder recorder = new MeasurementRecorder(at, rules);
            for (Window window : KEPT.windows()) {
                recorder.ratio(
                        KEPT, window, Map.of(), PromiseRate.of(facts.promises().get(window)));
            }
            recorder.breakdown(UNDERWAY, null, Map.of(), facts.underway());
            return new DomainMetrics(name(), at, recorder.measurements());
        }
    }
    // end::domain

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** A Wednesday; last month is March in Berlin, whose clocks went forward on the 29th. */
    private static final Instant NOW = Instant.parse("2026-04-15T09:30:00Z");

    private record Parcel(
            @Nullable String carrier,
            Instant handedOver,
            Instant promised,
            @Nullable Instant delivered) {

        static Parcel of(@Nullable String carrier, String handedOver, String promised, @Nullable String delivered) {
            return new Parcel(
                    carrier,
                    Instant.parse(handedOver),
                    Instant.parse(promised),
                    delivered == null ? null : Instant.parse(delivered));
        }
    }

    private final List<Parcel> parcels = new ArrayList<>(List.of(
            // promised for March in Berlin: three, the first just in time, one not, one never delivered
            Parcel.of("post", "2026-02-27T10:00:00Z", "2026-02-28T23:00:00Z", "2026-02-28T22:59:59Z"),
            Parcel.of("post", "2026-03-28T10:00:00Z", "2026-03-31T21:59:59Z", "2026-03-31T21:59:59Z"),
            Parcel.of("ship", "2026-03-28T10:00:00Z", "2026-03-30T10:00:00Z", null),
            // an instant after March
            Parcel.of("post", "2026-03-28T10:00:00Z", "2026-03-31T22:00:00Z", "2026-03-30T10:00:00Z"),
            // promised for the last seven days: two, one of them in time; the one promised for t is of the next
            Parcel.of("ship", "2026-04-07T10:00:00Z", "2026-04-08T09:30:00Z", "2026-04-08T09:00:00Z"),
            Parcel.of(null, "2026-04-13T10:00:00Z", "2026-04-14T10:00:00Z", "2026-04-15T09:30:00Z"),
            Parcel.of("post", "2026-04-15T09:00:00Z", "2026-04-15T09:30:00Z", null)));

    private boolean outOfReach;

    /** The carriers tell where parcels are, not where they were. */
    private DeliveryFacts count(AsOf at) {
        if (outOfReach) {
            throw new MetricsDataException("delivery: the carriers do not answer; look at status.example.org");
        }
        Map<Window, Promises> promises = new HashMap<>();
        for (Window window : DeliveryDomain.KEPT.windows()) {
            promises.put(window, promises(at.range(window)));
        }
        return new DeliveryFacts(
                promises,
                at.isPast()
                        ? Finding.undefined("the carriers tell where parcels are now, not where they were")
                        : Finding.ok(underway(at.instant())));
    }

    private Promises promises(TimeRange range) {
        List<Parcel> made = parcels.stream()
                .filter(parcel -> range.contains(parcel.promised()))
                .toList();
        long kept = made.stream()
                .filter(parcel ->
                        parcel.delivered() != null && parcel.delivered().isBefore(parcel.promised()))
                .count();
        return new Promises(made.size(), kept);
    }

    private Breakdown underway(Instant t) {
        List<Parcel> underway = parcels.stream()
                .filter(parcel -> parcel.handedOver().isBefore(t))
                .filter(parcel ->
                        parcel.delivered() == null || !parcel.delivered().isBefore(t))
                .toList();
        return Breakdown.NONE.plusEach(underway, Parcel::carrier);
    }

    private BusinessMetrics.Builder builder() {
        InMemoryMetricsDataSource source = InMemoryMetricsDataSource.builder()
                .accounts(List.of(Account.of("ann", NOW.minusSeconds(60))))
                .build();
        return BusinessMetrics.builder(source, BERLIN).clock(() -> NOW).domain(new DeliveryDomain(this::count));
    }

    private static List<String> delivery(MetricsSnapshot snapshot) {
        return snapshot.domain("delivery").orElseThrow().measurements().stream()
                .map(Measurement::toString)
                .toList();
    }

    @Test
    void itMeasuresWhatItsDefinitionsSay() {
        MetricsSnapshot snapshot = builder().build().now();

        assertThat(delivery(snapshot))
                .containsExactly(
                        "delivery.promises.kept.7d OK 0.5",
                        "delivery.promises.kept.last.month OK 0.3333333333333333",
                        "parcels{carrier=post} OK 1",
                        "parcels{carrier=ship} OK 1",
                        "parcels{carrier=unspecified} OK 1");
        assertThat(snapshot.users().total().get()).isEqualByComparingTo("1");
    }

    @Test
    void aRatioKeepsItsPartsItsIntervalAndItsDoubts() {
        Measurement kept = builder()
                .build()
                .now()
                .find("delivery.promises.kept", Window.LAST_MONTH)
                .get(0);

        assertThat(kept.ratio()).contains(new Ratio(BigDecimal.ONE, BigDecimal.valueOf(3), true));
        assertThat(kept.interval()).isPresent();
        assertThat(kept.isSmallSample()).isTrue();
        assertThat(kept.range())
                .contains(new TimeRange(Instant.parse("2026-02-28T23:00:00Z"), Instant.parse("2026-03-31T22:00:00Z")));
    }

    @Test
    void withoutAPromiseThereIsNothingToKeep() {
        parcels.clear();

        assertThat(delivery(builder().build().now()))
                .containsExactly(
                        "delivery.promises.kept.7d UNDEFINED (no parcel was promised for the window)",
                        "delivery.promises.kept.last.month UNDEFINED (no parcel was promised for the window)",
                        "parcels{carrier=unspecified} OK 0");
    }

    @Test
    void whatIsNotKnownOfThePastIsNotMadeUp() {
        assertThat(delivery(builder().build().asOf(Instant.parse("2026-04-14T12:00:00Z"))))
                .containsExactly(
                        "delivery.promises.kept.7d OK 0.5",
                        "delivery.promises.kept.last.month OK 0.3333333333333333",
                        "parcels UNDEFINED (the carriers tell where parcels are now, not where they were)");
    }

    @Test
    void theLongTailOfADimensionFoldsIntoOther() {
        MeasurementRules one = new MeasurementRules(ConfidenceLevel.P95, 30, 1);

        assertThat(delivery(builder().rules(one).build().now()))
                .contains("parcels{carrier=post} OK 1", "parcels{carrier=other} OK 2")
                .hasSize(4);
    }

    @Test
    void itIsCataloguedAndDocumented() {
        BusinessMetrics metrics = builder().build();

        assertThat(metrics.domains()).endsWith("delivery");
        assertThat(metrics.catalog().find("parcels")).contains(DeliveryDomain.UNDERWAY);
        assertThat(metrics.catalog().toMarkdown()).contains("""

                ## delivery

                | metric | unit | windows | statistics | tags | definition |
                |---|---|---|---|---|---|
                | `delivery.promises.kept` | ratio | 7d last_month |  |  | Of the parcels promised for the window, the share \
                delivered in time |
                | `parcels` | parcels |  |  | carrier | Parcels handed over before t and not delivered before it, by carrier |
                """);
    }

    @Test
    void itIsRefreshedAndFailsOnItsOwn() {
        try (MetricsRefresher refresher =
                MetricsRefresher.builder(builder().build()).build()) {
            refresher.refresh();
            assertThat(refresher.health()).hasSize(7).allMatch(health -> health.up());

            outOfReach = true;
            MetricsSnapshot snapshot = refresher.refresh();

            assertThat(refresher.health("delivery").lastFailure())
                    .contains("MetricsDataException: delivery: the carriers do not answer; look at status.example.org");
            assertThat(snapshot.domain("delivery").orElseThrow().measurements())
                    .extracting(Measurement::status)
                    .containsOnly(Status.STALE);
            assertThat(refresher.health("users").up()).isTrue();
            assertThat(snapshot.users().byPlan())
                    .extracting(Measurement::status)
                    .containsOnly(Status.OK);
        }
    }
}
