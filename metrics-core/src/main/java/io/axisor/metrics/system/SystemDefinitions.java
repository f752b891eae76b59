package io.axisor.metrics.system;

import static io.axisor.metrics.time.Window.ROLLING_24H;
import static io.axisor.metrics.time.Window.ROLLING_30D;
import static io.axisor.metrics.time.Window.ROLLING_5M;

import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.value.Statistic;
import java.util.List;

/** What the metrics of the system domain mean. */
public final class SystemDefinitions {

    /** The name of the domain. */
    public static final String DOMAIN = "system";

    /** HTTP requests. */
    public static final MetricDefinition REQUESTS = of("platform.requests", MetricUnit.REQUESTS)
            .windows(ROLLING_5M, ROLLING_24H)
            .describedAs("HTTP requests that this process answered in the window, from the host's own registry");

    /** {@link ServerErrorRate}. */
    public static final MetricDefinition ERRORS = of("platform.errors", MetricUnit.RATIO)
            .windows(ROLLING_5M, ROLLING_24H)
            .describedAs("Requests answered with a server error ÷ requests; needs the host's timers to tell outcomes");

    /** How long requests took. */
    public static final MetricDefinition RESPONSE_TIME = of("platform.response.time", MetricUnit.SECONDS)
            .windows(ROLLING_5M, ROLLING_24H)
            .statistics(Statistic.MEAN, Statistic.P95, Statistic.MAX)
            .describedAs(
                    "How long requests took; the percentile needs a registry that publishes histograms of requests,"
                            + " counted from the start of the process: where they forget (JMX, Graphite) it can be wrong"
                            + " until a bucket is seen to fall");

    /** How much of the time the service ran. */
    public static final MetricDefinition UPTIME = of("platform.uptime", MetricUnit.RATIO)
            .windows(ROLLING_24H, ROLLING_30D)
            .describedAs("Minutes of the window with a heartbeat of an instance ÷ all of its minutes; UNAVAILABLE until"
                    + " heartbeats are kept, for a process knows when it began, not when the service was down");

    /** All of them. */
    public static final List<MetricDefinition> ALL = List.of(REQUESTS, ERRORS, RESPONSE_TIME, UPTIME);

    private SystemDefinitions() {}

    private static MetricDefinition.Builder of(String key, MetricUnit unit) {
        return MetricDefinition.of(DOMAIN, key, unit);
    }
}
