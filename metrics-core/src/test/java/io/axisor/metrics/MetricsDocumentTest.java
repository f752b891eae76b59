package io.axisor.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.definition.MetricCatalog;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.source.InMemoryMetricsDataSource;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Statistic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/metrics.md} says what the code defines, and the code defines what was specified. */
class MetricsDocumentTest {

    private static final String WRITE = "metrics.docs.write";
    private static final String COMMAND = "mvn -pl metrics-core test -Dtest=MetricsDocumentTest -D" + WRITE + "=true";

    private static final String HEADER = """
        # The metrics

        Generated from the metric catalogue in the code; do not edit. `%s` writes it anew.

        **Meter names** are prefix (by default `business`), metric, window and, where there is one, statistic, as
        dotted lower-case segments: `users.active` over 30d is `business.users.active.30d`, `users.new` over
        this_week is `business.users.new.this.week`. A registry adds the unit in its own way: in Prometheus,
        `payments.success` over 30d is `business_payments_success_30d_ratio`. A metric without windows is a state at
        an instant and has none in its name. Every series of a metric bears all of its tags.

        **Windows** are half-open: a fact counts from the window's beginning until just before the instant `t` that
        is measured. 5m, 24h, 7d, 30d, 90d and 365d have an exact length, days of 24 hours; today, this_week, this_month,
        last_month and previous_month are cut in the business zone. today, this_week and this_month still run and
        are flagged incomplete.

        **Units**: a ratio is 0..1 where it is a share, never a percentage; money is in the major unit of the
        currency that its `currency` tag names, and unlike currencies are never added.

        **Status**: each value is `OK`, or says why it is not.

        | status | meaning |
        |---|---|
        | `OK` | the value is what its definition says; a count over an empty table is 0 |
        | `NO_DATA` | the source is mapped, but the period holds no fact where a number needs one |
        | `UNDEFINED` | the definition has no value here: a division by zero, an empty cohort, overwritten evidence |
        | `UNAVAILABLE` | the host has not mapped what the metric needs; the reason names it |
        | `STALE` | the last good value, because a newer one could not be had |
        | `FAILED` | no value any longer, because computing one failed for too long |

        Only `OK` and `STALE` have a value. **Where the status has no value there is no series**: the gauge is
        absent, not 0 and not NaN.

        **Intervals**: every ratio of counts also has a Wilson score interval (by default 95 %%), and is flagged, not
        hidden, when it rests on fewer counts than the minimum sample (by default 30).
        """.formatted(COMMAND);

    private final MetricCatalog catalog = BusinessMetrics.of(
                    InMemoryMetricsDataSource.builder().build(), ZoneOffset.UTC)
            .catalog();

    @Test
    void theDocumentSaysWhatTheCodeDefines() throws IOException {
        Path document = repository().resolve("docs/metrics.md");
        String expected = HEADER + catalog.toMarkdown() + keyIndicators();
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(document.getParent());
            Files.writeString(document, expected);
        }

        assertThat(document).as("missing; write it with: %s", COMMAND).exists();
        assertThat(Files.readString(document))
                .as("docs/metrics.md is not what the code defines; write it anew with: %s", COMMAND)
                .isEqualTo(expected);
    }

    private static String keyIndicators() {
        String begin = """

            ## Key indicators

            What `snapshot.kpi(...)` finds. Each is one of the metrics above; none has a value of its own.

            | indicator | metric |
            |---|---|
            """;
        return Stream.of(Kpi.values())
                .map(kpi ->
                        "| `" + kpi.key() + "` | `" + kpi.definition().name(kpi.window(), kpi.statistic()) + "` |\n")
                .collect(Collectors.joining("", begin, ""));
    }

    /** Tests run in the module's folder, in an editor perhaps in the repository's. */
    private static Path repository() {
        Path here = Path.of("").toAbsolutePath();
        return here.endsWith("metrics-core") ? here.getParent() : here;
    }

    /** The specification's tables: key, unit, windows, statistics, tags. */
    private static final String SPECIFIED = """
        users | users |  |  | plan
        users.active | users | 24h 7d 30d |  |
        users.new | users | 24h 7d 30d today this_week this_month |  |
        users.retention | ratio | 30d |  |
        users.churn | ratio | 30d |  |
        users.stickiness | ratio |  |  |
        users.stickiness.mean | ratio |  |  |
        users.lifecycle | users | 30d |  | state
        users.conversion | ratio | 30d |  |
        users.paying | users |  |  | plan
        plans.changes | changes | 30d |  | direction
        plans.upgrade | ratio | 30d |  |
        satisfaction.nps | score | 90d |  |
        satisfaction.csat | ratio | 90d |  |
        satisfaction.responses | responses | 90d |  |
        revenue.lifetime | money |  |  | currency plan
        revenue.collected | money | 24h 7d 30d this_month last_month |  | currency
        revenue.gross | money | 30d lifetime |  | currency
        revenue.refunded | money | 30d lifetime |  | currency
        revenue.mrr | money |  |  | currency plan
        revenue.arr | money |  |  | currency
        revenue.growth | ratio | 30d last_month |  | currency
        revenue.arpu | money | 30d |  | currency
        revenue.arppu | money | 30d |  | currency
        revenue.per.account | money | lifetime |  | currency
        revenue.unattributed | ratio | 30d |  | currency
        revenue.clv | money |  |  | currency
        orders | orders | 24h 30d last_month |  |
        orders.value.mean | money | 24h 30d last_month |  | currency
        payments.new | payments | 24h 30d |  | status
        payments | payments |  |  | status
        payments.success | ratio | 30d lifetime |  |
        payments.refund | ratio | 30d lifetime |  |
        revenue.refund | ratio | 30d lifetime |  | currency
        automations | automations |  |  | state automation
        automations.usage | automations |  |  | plan
        automations.owners | users |  |  | plan
        automations.adoption | ratio |  |  |
        automations.executions | executions | 24h 30d today |  | outcome automation
        automations.success | ratio | 24h 30d |  | automation
        automations.success.overall | ratio | 24h 30d |  |
        automations.duration | seconds | 24h 30d | mean p50 p95 max |
        margin.guard.actions | executions | today 30d lifetime |  | outcome
        margin.guard.success | ratio | today 30d lifetime |  |
        margin.guard.owners | users | today 30d lifetime |  |
        trades | trades |  |  | outcome
        trades.by.automation | trades |  |  | automation
        trades.volume | money | 24h 30d lifetime |  | currency
        trades.size.mean | money | 24h 30d lifetime |  | currency
        trades.success | ratio | 24h 30d lifetime |  |
        trades.volume.growth | ratio | 30d |  | currency
        trades.win | ratio | 30d lifetime |  |
        trades.sharpe | 1 | 90d lifetime |  |
        trades.sortino | 1 | 90d lifetime |  |
        trades.drawdown | money | 90d lifetime |  | currency
        trades.drawdown.relative | ratio | 90d lifetime |  | currency
        trades.profit.factor | 1 | 90d lifetime |  | currency
        trades.expectancy | money | 90d lifetime |  | currency
        trades.value.at.risk | money | 90d lifetime |  | currency
        market.trades | trades | 30d |  | market
        market.volume | amount | 30d |  | market
        market.concentration | ratio | 30d |  |
        market.volatility | 1 | 30d |  | market
        platform.requests | requests | 5m 24h |  |
        platform.errors | ratio | 5m 24h |  |
        platform.response.time | seconds | 5m 24h | mean p95 max |
        platform.uptime | ratio | 24h 30d |  |
        features.users | users | 30d |  | feature
        features.adoption | ratio | 30d |  | feature
        support.tickets | tickets | 30d |  | state
        support.first.response | seconds | 30d | mean p95 |
        support.resolution | seconds | 30d | mean p95 |
        support.sla | ratio | 30d |  |
        support.satisfaction | ratio | 30d |  |
        compliance.requests | requests | 30d |  | state request
        compliance.on.time | ratio | 30d |  |
        compliance.verified | ratio |  |  |
        data.issues | rows |  |  | check
        data.left.out | ratio | 24h 30d lifetime |  | table
        """;

    @Test
    void everySpecifiedMetricIsDefinedWithItsUnitWindowsAndTagsAndNoOther() {
        List<String> defined =
                catalog.definitions().stream().map(MetricsDocumentTest::row).toList();

        assertThat(defined)
                .containsExactlyInAnyOrderElementsOf(SPECIFIED
                        .lines()
                        .map(MetricsDocumentTest::withoutBlanks)
                        .toList());
    }

    private static String row(MetricDefinition definition) {
        return withoutBlanks(String.join(
                "|",
                definition.key(),
                definition.unit().name(),
                definition.windows().stream().map(Window::key).collect(Collectors.joining(" ")),
                definition.statistics().stream().map(Statistic::key).collect(Collectors.joining(" ")),
                String.join(" ", definition.tagKeys())));
    }

    private static String withoutBlanks(String row) {
        return row.replaceAll(" *\\| *", "|").strip();
    }
}
