package io.axisor.metrics.system;

import static io.axisor.metrics.time.Window.ROLLING_24H;
import static io.axisor.metrics.time.Window.ROLLING_30D;
import static io.axisor.metrics.time.Window.ROLLING_5M;
import static io.axisor.metrics.time.Window.ROLLING_7D;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Statistic;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the system domain measures from given facts. */
class SystemMetricsTest {

    private static final Instant T = Instant.parse("2026-03-15T12:00:00Z");
    private static final AsOf AT = new AsOf(T, T, BusinessCalendar.of(ZoneOffset.UTC));
    private static final HttpRequestFacts FEW = new HttpRequestFacts(
            8,
            Finding.ok(2L),
            new BigDecimal("1.2"),
            Finding.ok(new BigDecimal("0.5")),
            Finding.unavailable("no histogram"));
    private static final HttpRequestFacts MANY = new HttpRequestFacts(
            1000,
            Finding.ok(3L),
            new BigDecimal("125"),
            Finding.ok(new BigDecimal("9.75")),
            Finding.ok(new BigDecimal("0.25")));
    private static final HttpRequestFacts NONE = new HttpRequestFacts(
            0,
            Finding.ok(0L),
            BigDecimal.ZERO,
            Finding.noData("no request was seen"),
            Finding.noData("no request was seen"));

    private static SystemMetrics measure(Map<Window, Finding<HttpRequestFacts>> requests) {
        return SystemMetrics.of(new SystemFacts(requests), AT, MeasurementRules.DEFAULT);
    }

    private static Map<String, String> shown(SystemMetrics metrics) {
        return metrics.measurements().stream()
                .collect(Collectors.toMap(
                        Measurement::name,
                        m -> m.finding().reason().isPresent()
                                ? m.status().name()
                                : m.value().orElseThrow().toPlainString(),
                        (a, b) -> a + " and " + b,
                        TreeMap::new));
    }

    @Test
    void everyMetricIsMeasuredFromTheFactsOfItsWindow() {
        assertThat(shown(measure(Map.of(ROLLING_5M, Finding.ok(FEW), ROLLING_24H, Finding.ok(MANY)))))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("platform.requests.5m", "8"),
                        Map.entry("platform.errors.5m", "0.25"),
                        Map.entry("platform.response.time.5m.mean", "0.15"),
                        Map.entry("platform.response.time.5m.p95", "UNAVAILABLE"),
                        Map.entry("platform.response.time.5m.max", "0.5"),
                        Map.entry("platform.requests.24h", "1000"),
                        Map.entry("platform.errors.24h", "0.003"),
                        Map.entry("platform.response.time.24h.mean", "0.125"),
                        Map.entry("platform.response.time.24h.p95", "0.25"),
                        Map.entry("platform.response.time.24h.max", "9.75"),
                        Map.entry("platform.uptime.24h", "UNAVAILABLE"),
                        Map.entry("platform.uptime.30d", "UNAVAILABLE")));
    }

    @Test
    void withoutRequestsTheirNumberIsZeroAndNothingElseIs() {
        assertThat(shown(measure(Map.of(ROLLING_5M, Finding.ok(NONE), ROLLING_24H, Finding.ok(MANY)))))
                .containsEntry("platform.requests.5m", "0")
                .containsEntry("platform.errors.5m", "NO_DATA")
                .containsEntry("platform.response.time.5m.mean", "NO_DATA")
                .containsEntry("platform.response.time.5m.p95", "NO_DATA")
                .containsEntry("platform.response.time.5m.max", "NO_DATA")
                .containsEntry("platform.requests.24h", "1000");
    }

    @Test
    void whereOutcomesAreNotToldOnlyTheErrorRateIsUnavailable() {
        Finding<Long> untold = Finding.unavailable("no tag tells the outcome");
        HttpRequestFacts untagged = new HttpRequestFacts(
                8, untold, new BigDecimal("1.2"), Finding.ok(new BigDecimal("0.5")), Finding.ok(new BigDecimal("0.4")));
        SystemMetrics metrics = measure(Map.of(ROLLING_5M, Finding.ok(untagged), ROLLING_24H, Finding.ok(MANY)));

        assertThat(shown(metrics))
                .containsEntry("platform.requests.5m", "8")
                .containsEntry("platform.errors.5m", "UNAVAILABLE")
                .containsEntry("platform.response.time.5m.mean", "0.15")
                .containsEntry("platform.response.time.5m.p95", "0.4")
                .containsEntry("platform.response.time.5m.max", "0.5")
                .containsEntry("platform.errors.24h", "0.003");
        assertThat(metrics.errors(ROLLING_5M).reason()).contains("no tag tells the outcome");
    }

    @Test
    void whatIsNotKnownOfRequestsIsSaidOfEveryMetricOfTheirWindow() {
        SystemMetrics metrics = measure(Map.of(ROLLING_5M, Finding.undefined("a counter was reset")));

        for (Measurement m : metrics.measurements()) {
            if (m.window().equals(Optional.of(ROLLING_5M))) {
                assertThat(m.finding()).as(m.name()).isEqualTo(Finding.undefined("a counter was reset"));
            }
        }
        assertThat(metrics.requests(ROLLING_24H).finding())
                .isEqualTo(Finding.unavailable("requests over 24h are not mapped"));
    }

    @Test
    void uptimeIsNotMadeUpFromTheStartOfTheProcess() {
        assertThat(measure(Map.of()).uptime(ROLLING_30D).status()).isEqualTo(Status.UNAVAILABLE);
        assertThat(measure(Map.of()).uptime(ROLLING_30D).reason())
                .get()
                .asString()
                .contains("needs heartbeats in a history store");
    }

    @Test
    void theErrorRateIsACountOfRequests() {
        SystemMetrics metrics = measure(Map.of(ROLLING_5M, Finding.ok(FEW), ROLLING_24H, Finding.ok(MANY)));

        assertThat(metrics.errors(ROLLING_5M).isSmallSample()).isTrue();
        assertThat(metrics.errors(ROLLING_24H).isSmallSample()).isFalse();
        assertThat(metrics.errors(ROLLING_24H).interval()).isPresent();
    }

    @Test
    void everyMetricOfTheDefinitionsIsMeasured() {
        SystemMetrics metrics = measure(Map.of());

        assertThat(metrics.measurements())
                .extracting(Measurement::name)
                .containsExactlyInAnyOrderElementsOf(SystemDefinitions.ALL.stream()
                        .map(MetricDefinition::names)
                        .flatMap(List::stream)
                        .toList());
        assertThat(metrics.domain()).isEqualTo(SystemDefinitions.DOMAIN);
    }

    @Test
    void everyAccessorFindsItsMetric() {
        SystemMetrics metrics = measure(Map.of(ROLLING_5M, Finding.ok(FEW), ROLLING_24H, Finding.ok(MANY)));

        assertThat(metrics.requests(ROLLING_5M).name()).isEqualTo("platform.requests.5m");
        assertThat(metrics.errors(ROLLING_24H).name()).isEqualTo("platform.errors.24h");
        assertThat(metrics.uptime(ROLLING_30D).name()).isEqualTo("platform.uptime.30d");
        for (Statistic statistic : SystemDefinitions.RESPONSE_TIME.statistics()) {
            assertThat(metrics.responseTime(ROLLING_24H, statistic).name())
                    .isEqualTo("platform.response.time.24h." + statistic.key());
        }
    }

    @Test
    void aWindowOrStatisticThatIsNotMeasuredIsRefusedWithThoseThatAre() {
        SystemMetrics metrics = measure(Map.of());

        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> metrics.requests(ROLLING_7D))
                .withMessageContaining("platform.requests is not measured over 7d")
                .withMessageContaining("ROLLING_5M, ROLLING_24H");
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> metrics.responseTime(ROLLING_24H, Statistic.P50))
                .withMessageContaining("platform.response.time over 24h has no p50")
                .withMessageContaining("MEAN, P95, MAX");
    }

    @Test
    void agedMetricsAreOfTheSameType() {
        SystemMetrics stale = measure(Map.of(ROLLING_5M, Finding.ok(FEW), ROLLING_24H, Finding.ok(MANY)))
                .withFindings(finding -> finding.stale("late"));

        assertThat(stale.at()).isEqualTo(AT);
        assertThat(stale.requests(ROLLING_24H).finding())
                .isEqualTo(Finding.ok(new BigDecimal("1000")).stale("late"));
        assertThat(stale.responseTime(ROLLING_5M, Statistic.P95).status()).isEqualTo(Status.UNAVAILABLE);
    }
}
