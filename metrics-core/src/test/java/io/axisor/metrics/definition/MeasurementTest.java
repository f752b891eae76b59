package io.axisor.metrics.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.ConfidenceLevel;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Money;
import io.axisor.metrics.value.Ratio;
import io.axisor.metrics.value.Statistic;
import io.axisor.metrics.value.Status;
import io.axisor.metrics.value.WilsonInterval;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@link Measurement} and the {@link MeasurementRecorder} that makes it. */
class MeasurementTest {

    private static final Instant T = Instant.parse("2026-03-15T12:00:00Z");
    private static final AsOf AT = new AsOf(T, T.plusSeconds(9), BusinessCalendar.of(ZoneOffset.UTC));
    private static final MetricDefinition SHARE = MetricDefinition.of("shop", "baskets.paid", MetricUnit.RATIO)
            .windows(Window.TODAY)
            .describedAs("for a test");
    private static final MetricDefinition MONEY = MetricDefinition.of("shop", "baskets.value", MetricUnit.MONEY)
            .windows(Window.ROLLING_30D)
            .tags("currency")
            .describedAs("for a test");
    private static final MetricDefinition MONEY_BY_STORE = MetricDefinition.of(
                    "shop", "baskets.turnover", MetricUnit.MONEY)
            .tags("currency", "store")
            .describedAs("for a test");
    private static final MetricDefinition BY_STORE = MetricDefinition.of("shop", "baskets", new MetricUnit("baskets"))
            .tags("size", "store")
            .describedAs("for a test");

    private final MeasurementRecorder recorder =
            new MeasurementRecorder(AT, new MeasurementRules(ConfidenceLevel.P90, 30, 2));

    private Measurement only() {
        assertThat(recorder.measurements()).hasSize(1);
        return recorder.measurements().get(0);
    }

    @Test
    void aMeasurementCarriesItsProvenance() {
        recorder.ratio(SHARE, Window.TODAY, Map.of(), Ratio.ofCounts(18, 20, ""));
        Measurement measurement = only();

        assertThat(measurement.definition()).isSameAs(SHARE);
        assertThat(measurement.definitionId()).isEqualTo("baskets.paid");
        assertThat(measurement.name()).isEqualTo("baskets.paid.today");
        assertThat(measurement.window()).contains(Window.TODAY);
        assertThat(measurement.range()).contains(new TimeRange(Instant.parse("2026-03-15T00:00:00Z"), T));
        assertThat(measurement.isComplete()).isFalse();
        assertThat(measurement.asOf()).isEqualTo(T);
        assertThat(measurement.computedAt()).isEqualTo(T.plusSeconds(9));
        assertThat(measurement.unit()).isEqualTo("ratio");
        assertThat(measurement.status()).isEqualTo(Status.OK);
        assertThat(measurement.reason()).isEmpty();
        assertThat(measurement.value()).contains(new BigDecimal("0.9"));
        assertThat(measurement.ratio().map(Ratio::numerator)).contains(BigDecimal.valueOf(18));
        assertThat(measurement.ratio().map(Ratio::denominator)).contains(BigDecimal.valueOf(20));
        assertThat(measurement).hasToString("baskets.paid.today OK 0.9");
    }

    @Test
    void aRatioOfCountsHasTheIntervalOfTheRules() {
        recorder.ratio(SHARE, Window.TODAY, Map.of(), Ratio.ofCounts(18, 20, ""));

        assertThat(only().interval()).contains(WilsonInterval.of(18, 20, ConfidenceLevel.P90));
    }

    @Test
    void aRatioOfFewCountsIsFlaggedNotHidden() {
        recorder.ratio(SHARE, Window.TODAY, Map.of(), Ratio.ofCounts(29, 29, ""));
        recorder.ratio(SHARE, Window.TODAY, Map.of(), Ratio.ofCounts(29, 30, ""));
        recorder.ratio(SHARE, Window.TODAY, Map.of(), Ratio.ofAmounts(BigDecimal.ONE, BigDecimal.TEN, ""));

        assertThat(recorder.measurements())
                .extracting(Measurement::isSmallSample)
                .containsExactly(true, false, false);
        assertThat(recorder.measurements())
                .allSatisfy(m -> assertThat(m.value()).isPresent());
    }

    @Test
    void flagsSayWhatToBearInMind() {
        recorder.ratio(SHARE, Window.TODAY, Map.of(), Ratio.ofCounts(29, 29, ""));
        recorder.ratio(SHARE, Window.TODAY, Map.of(), Ratio.ofCounts(0, 0, "no basket"));
        recorder.number(BY_STORE, null, Map.of("size", "s", "store", "x"), Finding.ok(3L));

        assertThat(recorder.measurements())
                .extracting(Measurement::flags)
                .containsExactly(
                        EnumSet.of(MeasurementFlag.SMALL_SAMPLE, MeasurementFlag.RUNNING),
                        EnumSet.of(MeasurementFlag.RUNNING),
                        EnumSet.noneOf(MeasurementFlag.class));
        assertThat(recorder.measurements()
                        .get(0)
                        .withFinding(finding -> finding.stale("late"))
                        .flags())
                .containsExactly(MeasurementFlag.SMALL_SAMPLE, MeasurementFlag.RUNNING);
        assertThat(recorder.measurements()
                        .get(0)
                        .withFinding(finding -> finding.failed("down"))
                        .flags())
                .containsExactly(MeasurementFlag.RUNNING);
    }

    @Test
    void factsThatAreNotOfOneSnapshotFlagEveryValue() {
        MeasurementRecorder ofParts = new MeasurementRecorder(
                AT, MeasurementRules.DEFAULT, DataIssues.NONE.plus(DataIssues.NOT_ONE_SNAPSHOT));
        ofParts.number(BY_STORE, null, Map.of("size", "s", "store", "x"), Finding.ok(3L));
        ofParts.number(BY_STORE, null, Map.of(), Finding.noData("no basket"));

        assertThat(ofParts.measurements())
                .extracting(Measurement::flags)
                .containsExactly(EnumSet.of(MeasurementFlag.NOT_ONE_SNAPSHOT), EnumSet.noneOf(MeasurementFlag.class));
    }

    @Test
    void whatIsComputedFromFlaggedValuesIsFlaggedButForWhatIsTheirOwn() {
        MeasurementRecorder ofParts =
                new MeasurementRecorder(AT, MeasurementRules.DEFAULT, DataIssues.NOT_ONE_SNAPSHOT);
        ofParts.ratio(SHARE, Window.TODAY, Map.of(), Ratio.ofCounts(2, 3, ""));
        recorder.computedFrom(ofParts.measurements());
        recorder.number(BY_STORE, null, Map.of("size", "s", "store", "x"), Finding.ok(3L));
        recorder.computedFrom(List.of());
        recorder.number(BY_STORE, null, Map.of("size", "s", "store", "x"), Finding.ok(3L));

        assertThat(recorder.measurements())
                .extracting(Measurement::flags)
                .containsExactly(EnumSet.of(MeasurementFlag.NOT_ONE_SNAPSHOT), EnumSet.noneOf(MeasurementFlag.class));
    }

    @Test
    void aQuotientOfAmountsHasNoInterval() {
        recorder.ratio(SHARE, Window.TODAY, Map.of(), Ratio.ofAmounts(BigDecimal.ONE, BigDecimal.TEN, ""));

        assertThat(only().interval()).isEmpty();
        assertThat(only().ratio()).isPresent();
    }

    @Test
    void aRatioWithoutAValueHasNeitherQuotientNorInterval() {
        recorder.ratio(SHARE, Window.TODAY, Map.of(), Ratio.ofCounts(0, 0, "no basket"));
        Measurement measurement = only();

        assertThat(measurement.status()).isEqualTo(Status.UNDEFINED);
        assertThat(measurement.reason()).contains("no basket");
        assertThat(measurement.value()).isEmpty();
        assertThat(measurement.ratio()).isEmpty();
        assertThat(measurement.interval()).isEmpty();
        assertThat(measurement.isSmallSample()).isFalse();
    }

    @Test
    void aStateAtAnInstantHasNoRangeAndIsComplete() {
        recorder.number(BY_STORE, null, Map.of("size", "s", "store", "x"), Finding.ok(3L));

        assertThat(only().window()).isEmpty();
        assertThat(only().range()).isEmpty();
        assertThat(only().isComplete()).isTrue();
        assertThat(only().name()).isEqualTo("baskets");
    }

    @Test
    void theNameIsMadeOfKeyWindowAndStatistic() {
        MetricDefinition delivery = MetricDefinition.of("shop", "delivery", MetricUnit.SECONDS)
                .windows(Window.ROLLING_24H, Window.THIS_WEEK)
                .statistics(Statistic.MEAN, Statistic.P95)
                .describedAs("for a test");
        recorder.statistic(delivery, Window.ROLLING_24H, Statistic.P95, Finding.ok(7));
        recorder.statistic(delivery, Window.THIS_WEEK, Statistic.MEAN, Finding.noData("nothing was delivered"));

        assertThat(recorder.measurements())
                .extracting(Measurement::name)
                .containsExactly("delivery.24h.p95", "delivery.this.week.mean");
        assertThat(recorder.measurements().get(0).statistic()).contains(Statistic.P95);
    }

    @Test
    void moneyIsTaggedByItsCurrencyWhichIsItsUnit() {
        recorder.money(MONEY, Window.ROLLING_30D, new Money(new BigDecimal("12.5"), CurrencyUnit.of("USD")));

        assertThat(only().tags()).isEqualTo(new TreeMap<>(Map.of("currency", "USD")));
        assertThat(only().unit()).isEqualTo("USD");
        assertThat(only().value()).contains(new BigDecimal("12.50"));
    }

    @Test
    void moneyWithoutAValueHasTheUnitMoney() {
        recorder.number(MONEY, Window.ROLLING_30D, Map.of(), Finding.noData("nothing was paid"));

        assertThat(only().unit()).isEqualTo("money");
    }

    @Test
    void moneyIsShownToItsMinorUnitAndNeverRounded() {
        CurrencyUnit usd = CurrencyUnit.of("USD");
        for (String amount : List.of("12.5000", "0.12345", "7E+2", "0")) {
            recorder.money(MONEY, Window.ROLLING_30D, new Money(new BigDecimal(amount), usd));
        }
        recorder.money(MONEY, Window.ROLLING_30D, new Money(new BigDecimal("700.0"), CurrencyUnit.of("JPY")));

        assertThat(recorder.measurements())
                .extracting(m -> m.value().orElseThrow().toPlainString())
                .containsExactly("12.50", "0.12345", "700.00", "0.00", "700");
    }

    @Test
    void theLastTagOfABreakdownIsItsDimensionAndItsTailIsFolded() {
        Breakdown byStore = Breakdown.of(List.of("main"))
                .plusAll(Map.of("a", BigDecimal.ONE, "b", BigDecimal.TEN, "c", BigDecimal.TEN, "d", BigDecimal.ONE));
        recorder.breakdown(BY_STORE, null, Map.of("size", "s"), Finding.ok(byStore));

        assertThat(recorder.measurements())
                .extracting(m -> m.tags() + "=" + m.value().orElseThrow())
                .containsExactly(
                        "{size=s, store=b}=10",
                        "{size=s, store=c}=10",
                        "{size=s, store=main}=0",
                        "{size=s, store=other}=2");
    }

    /** Each folded for itself, the lost ones would show red and hide blue. */
    @Test
    void breakdownsSideBySideShowTheSameValues() {
        assertThat(shownOfOne("blue 5, red 3, green 1", "blue 1, red 2"))
                .containsExactly(
                        "{size=delivered, store=blue}=5",
                        "{size=delivered, store=other}=4",
                        "{size=lost, store=blue}=1",
                        "{size=lost, store=other}=2");
    }

    @Test
    void aValueCalledOtherTakesNoPlaceInAnyOfThem() {
        assertThat(shownOfOne("blue 5, other 30, green 1", "blue 1, other 2"))
                .containsExactly(
                        "{size=delivered, store=blue}=5",
                        "{size=delivered, store=other}=31",
                        "{size=lost, store=blue}=1",
                        "{size=lost, store=other}=2");
    }

    /** What two breakdowns are shown as where only one value is shown by name. */
    private static List<String> shownOfOne(String delivered, String lost) {
        MeasurementRecorder one = new MeasurementRecorder(AT, new MeasurementRules(ConfidenceLevel.P95, 30, 1));
        one.breakdowns(BY_STORE, null, Finding.ok(Map.of("delivered", parcels(delivered), "lost", parcels(lost))));
        return one.measurements().stream()
                .map(m -> m.tags() + "=" + m.value().orElseThrow())
                .toList();
    }

    private static Breakdown parcels(String numbers) {
        Map<String, BigDecimal> parcels = new HashMap<>();
        for (String part : numbers.split(", ", -1)) {
            String[] words = part.split(" ", -1);
            parcels.put(words[0], new BigDecimal(words[1]));
        }
        return Breakdown.NONE.plusAll(parcels);
    }

    @Test
    void aBreakdownWithoutAValueIsOneMeasurementWithoutTags() {
        recorder.breakdown(BY_STORE, null, Map.of("size", "s"), Finding.unavailable("stores are not mapped"));

        assertThat(only().tags()).isEmpty();
        assertThat(only().status()).isEqualTo(Status.UNAVAILABLE);
        assertThat(only().reason()).contains("stores are not mapped");
    }

    @Test
    void aVariantIsPartOfTheDefinitionId() {
        recorder.moneyBreakdown(
                MONEY_BY_STORE,
                "estimate",
                CurrencyUnit.of("USD"),
                Breakdown.NONE.plusAll(Map.of("a", new BigDecimal("0.5"))));

        assertThat(only().definitionId()).isEqualTo("baskets.turnover/estimate");
        assertThat(only().tags()).isEqualTo(new TreeMap<>(Map.of("currency", "USD", "store", "a")));
        assertThat(only().value()).contains(new BigDecimal("0.50"));
    }

    @Test
    void aValueWithOtherTagsThanTheDefinedOnesIsRefused() {
        Map<String, String> withoutStore = Map.of("size", "s");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> recorder.number(BY_STORE, null, withoutStore, Finding.ok(3)))
                .withMessage("baskets is defined with the tags [size, store], not with [size]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recorder.number(SHARE, Window.TODAY, withoutStore, Finding.ok(3)));
        recorder.number(BY_STORE, null, withoutStore, Finding.noData("no basket"));
        assertThat(only().value()).isEmpty();
    }

    @Test
    void everyCheckThatWasMadeIsShown() {
        recorder.issues(new DataIssues(new TreeMap<>(Map.of("payments.user", 2L, "payments.amount", 0L))));

        assertThat(recorder.measurements())
                .extracting(Object::toString)
                .containsExactly("data.issues{check=payments.amount} OK 0", "data.issues{check=payments.user} OK 2");
    }

    @Test
    void aStaleMeasurementKeepsItsProvenance() {
        recorder.ratio(SHARE, Window.TODAY, Map.of(), Ratio.ofCounts(18, 20, ""));
        Measurement stale = only().withFinding(finding -> finding.stale("store is down"));

        assertThat(stale.status()).isEqualTo(Status.STALE);
        assertThat(stale.reason()).contains("store is down");
        assertThat(stale).usingRecursiveComparison().ignoringFields("finding").isEqualTo(only());
    }

    @Test
    void aFailedMeasurementHasNoValueQuotientOrInterval() {
        recorder.ratio(SHARE, Window.TODAY, Map.of(), Ratio.ofCounts(18, 20, ""));
        Measurement failed = only().withFinding(finding -> finding.failed("store is down"));

        assertThat(failed.status()).isEqualTo(Status.FAILED);
        assertThat(failed.value()).isEmpty();
        assertThat(failed.ratio()).isEmpty();
        assertThat(failed.interval()).isEmpty();
        assertThat(failed.isSmallSample()).isFalse();
        assertThat(failed.window()).contains(Window.TODAY);
    }

    @Test
    void aChangedMeasurementKeepsItsVariant() {
        recorder.moneyBreakdown(
                MONEY_BY_STORE,
                "estimate",
                CurrencyUnit.of("USD"),
                Breakdown.NONE.plusAll(Map.of("a", BigDecimal.ONE)));

        assertThat(only().withFinding(finding -> finding.stale("late")).definitionId())
                .isEqualTo("baskets.turnover/estimate");
    }
}
