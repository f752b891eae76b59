package io.axisor.metrics.testing.benchmarks.scrape;

import io.axisor.metrics.testing.benchmarks.jmh.JmhRun;
import io.axisor.metrics.testing.benchmarks.jmh.Score;
import io.axisor.metrics.testing.benchmarks.report.Figure;
import io.axisor.metrics.testing.benchmarks.report.Goals;
import io.axisor.metrics.testing.benchmarks.report.MarkdownTable;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The part of the report that is about scrapes.
 *
 * @param isBrief whether only to see that it runs
 */
public record ScrapePart(boolean isBrief) {

    private static final double MOST_TIME = 1.1;

    /** Numbers of more digits take more bytes to write, and some of ours, such as ages, have them. */
    private static final double SAME = 1.02;

    /**
     * Runs it.
     *
     * @return Markdown
     */
    public String report() {
        List<Integer> sizes = isBrief ? List.of(100) : List.of(100, 1_000, 10_000);
        Map<String, Score> scores = new JmhRun(isBrief)
                .of(ScrapeBenchmark.class)
                .with("series", sizes)
                .scores();
        Goals goals = new Goals();
        MarkdownTable table = new MarkdownTable(
                "series", "time, ours ÷ plain", "bytes, ours ÷ plain", "ours", "plain", "bytes, ours", "bytes, plain");
        for (int series : sizes) {
            Score ours = Objects.requireNonNull(scores.get("ours " + series));
            Score plain = Objects.requireNonNull(scores.get("plain " + series));
            double time = ours.nanos() / plain.nanos();
            double bytes = ours.bytes() / plain.bytes();
            goals.atMost("time of " + series + " series, ours ÷ plain", MOST_TIME, time);
            goals.atMost("bytes of " + series + " series, ours ÷ plain", SAME, bytes);
            table.row(
                    series,
                    Figure.times(time),
                    Figure.times(bytes),
                    words(ours),
                    words(plain),
                    Math.round(ours.bytes()),
                    Math.round(plain.bytes()));
        }
        return """
                ## A scrape

                `PrometheusMeterRegistry.scrape` of the binder's meters, those of the refreshing included, against as many gauges on
                `AtomicLong`s with the same names and tags, a gauge for each sample. JMH 1.37, average times with the half of
                their 99.9 %% interval, allocations by its `gc` profiler. The goal of no more allocation leaves 2 %% to
                longer numbers.

                **Goals**

                %s
                %s
                """.formatted(goals, table);
    }

    private static String words(Score score) {
        return Figure.of(score.time()) + " ± " + Figure.decimal(score.error() / 1e6);
    }
}
