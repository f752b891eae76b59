package io.axisor.metrics.system;

import io.axisor.metrics.definition.DomainMetrics;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementRecorder;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import io.axisor.metrics.value.Statistic;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The metrics of the system domain at one instant: what the process knows of itself. Immutable. */
public final class SystemMetrics extends DomainMetrics {

    private static final String NO_HEARTBEATS = "needs heartbeats in a history store, which are not kept yet: a process"
            + " knows when it began, not when the service was down";

    private SystemMetrics(AsOf at, List<Measurement> measurements) {
        super(SystemDefinitions.DOMAIN, at, measurements);
    }

    /**
     * Takes the measurements from the facts.
     *
     * @param facts what the process knows
     * @param at the instant it was asked for
     * @param rules how intervals, flags and folds are made
     * @return the metrics
     */
    public static SystemMetrics of(SystemFacts facts, AsOf at, MeasurementRules rules) {
        MeasurementRecorder recorder = new MeasurementRecorder(at, rules);
        for (Window window : SystemDefinitions.REQUESTS.windows()) {
            Finding<HttpRequestFacts> requests = facts.requests()
                    .getOrDefault(window, Finding.unavailable("requests over " + window.key() + " are not mapped"));
            recorder.number(SystemDefinitions.REQUESTS, window, Map.of(), requests.map(HttpRequestFacts::requests));
            recorder.ratio(SystemDefinitions.ERRORS, window, Map.of(), requests.flatMap(ServerErrorRate::of));
            for (Statistic statistic : SystemDefinitions.RESPONSE_TIME.statistics()) {
                recorder.statistic(
                        SystemDefinitions.RESPONSE_TIME,
                        window,
                        statistic,
                        requests.flatMap(of -> responseTime(of, statistic)));
            }
        }
        for (Window window : SystemDefinitions.UPTIME.windows()) {
            recorder.ratio(SystemDefinitions.UPTIME, window, Map.of(), Finding.unavailable(NO_HEARTBEATS));
        }
        return new SystemMetrics(at, recorder.measurements());
    }

    private static Finding<BigDecimal> responseTime(HttpRequestFacts requests, Statistic statistic) {
        return switch (statistic) {
            case MEAN -> mean(requests);
            case P95 -> requests.p95InSeconds();
            case MAX -> requests.longestInSeconds();
            case P50 -> throw new IllegalArgumentException("the median of requests is not counted");
        };
    }

    private static Finding<BigDecimal> mean(HttpRequestFacts requests) {
        String none = "no request was answered in the window";
        return requests.requests() == 0
                ? Finding.noData(none)
                : Ratio.ofAmounts(requests.sumInSeconds(), BigDecimal.valueOf(requests.requests()), none)
                        .map(Ratio::value);
    }

    @Override
    public SystemMetrics withFindings(UnaryOperator<Finding<BigDecimal>> change) {
        return new SystemMetrics(at(), changed(change));
    }

    /**
     * HTTP requests answered, {@code platform.requests}.
     *
     * @param window 5m or 24h
     * @return their number
     */
    public Measurement requests(Window window) {
        return only(SystemDefinitions.REQUESTS, window);
    }

    /**
     * The share of requests answered with a server error, {@code platform.errors}.
     *
     * @param window 5m or 24h
     * @return the ratio
     */
    public Measurement errors(Window window) {
        return only(SystemDefinitions.ERRORS, window);
    }

    /**
     * How long requests took, {@code platform.response.time}.
     *
     * @param window 5m or 24h
     * @param statistic mean, p95 or max
     * @return seconds
     */
    public Measurement responseTime(Window window, Statistic statistic) {
        return only(SystemDefinitions.RESPONSE_TIME, window, statistic);
    }

    /**
     * The share of the window in which the service ran, {@code platform.uptime}: unavailable until heartbeats are kept.
     *
     * @param window 24h or 30d
     * @return the ratio
     */
    public Measurement uptime(Window window) {
        return only(SystemDefinitions.UPTIME, window);
    }
}
