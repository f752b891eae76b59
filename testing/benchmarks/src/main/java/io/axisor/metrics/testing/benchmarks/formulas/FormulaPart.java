package io.axisor.metrics.testing.benchmarks.formulas;

import io.axisor.metrics.testing.benchmarks.jmh.JmhRun;
import io.axisor.metrics.testing.benchmarks.jmh.Score;
import io.axisor.metrics.testing.benchmarks.report.Figure;
import io.axisor.metrics.testing.benchmarks.report.Goals;
import io.axisor.metrics.testing.benchmarks.report.MarkdownTable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The part of the report that is about formulas.
 *
 * @param isBrief whether only to see that it runs
 */
public record FormulaPart(boolean isBrief) {

    private static final double MOST = 1.5;
    private static final List<String> RISK = List.of("sharpe", "sortino", "drawdown", "valueAtRisk", "volatility");

    private static final String WORDS = """
            ## Formulas

            JMH 1.37, average times and allocations of a call. **Risk** is of daily amounts in a `List<BigDecimal>`, as the adapter hands
            them over; the bare loop goes over the same list and reckons in doubles, without compensated sums, exact amounts or
            a look at edges. **ta4j** 0.17 holds one position through as many bars of prices in doubles; it has no Sharpe and no
            Sortino ratio, and what it calls by our names is relative to what is held, so times are compared, not values. Ten
            million of its bars do not fit the 3 GB that each JVM has here.

            """;

    /**
     * Runs it.
     *
     * @return Markdown
     */
    public String report() {
        List<Integer> sizes = isBrief ? List.of(1_000) : List.of(1_000_000, 10_000_000);
        Map<String, Score> ours = new JmhRun(isBrief)
                .of(RiskBenchmark.class)
                .with("values", sizes)
                .scores();
        Map<String, Score> ta4j = new JmhRun(isBrief)
                .of(Ta4jBenchmark.class)
                .with("values", sizes.subList(0, 1))
                .scores();
        Goals goals = new Goals();
        MarkdownTable table = new MarkdownTable(
                "figure", "values", "ours ÷ loop", "ta4j ÷ ours", "ours", "loop", "ta4j", "bytes, ours", "bytes, loop");
        for (int size : sizes) {
            for (String figure : RISK) {
                Score own = score(ours, figure + " " + size);
                Score loop = score(ours, figure + "Loop " + size);
                Optional<Score> other = Optional.ofNullable(ta4j.get(figure + " " + size));
                goals.atMost(figure + " of " + size + " values, ours ÷ loop", MOST, own.nanos() / loop.nanos());
                table.row(
                        figure,
                        size,
                        Figure.times(own.nanos() / loop.nanos()),
                        other.map(score -> Figure.times(score.nanos() / own.nanos()))
                                .orElse(""),
                        Figure.of(own.time()),
                        Figure.of(loop.time()),
                        other.map(score -> Figure.of(score.time())).orElse(""),
                        Math.round(own.bytes()),
                        Math.round(loop.bytes()));
            }
        }
        return WORDS + "**Goals**\n\n" + goals + "\n**Risk**\n\n" + table + "\n" + counts();
    }

    private String counts() {
        Map<String, Score> scores = new JmhRun(isBrief).of(CountBenchmark.class).scores();
        MarkdownTable table = new MarkdownTable("of counts", "nanoseconds", "bytes");
        row(table, "retention of a cohort", score(scores, "retention"));
        row(table, "95th percentile from buckets", score(scores, "percentile"));
        row(table, "a bare walk over the same buckets", score(scores, "percentileLoop"));
        return "**Of counts**, whatever the number of rows behind them\n\n" + table + "\n";
    }

    private static void row(MarkdownTable table, String what, Score score) {
        table.row(what, Figure.decimal(score.nanos()), Math.round(score.bytes()));
    }

    private static Score score(Map<String, Score> scores, String name) {
        return Objects.requireNonNull(scores.get(name), name);
    }
}
