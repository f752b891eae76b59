package io.axisor.metrics.micrometer;

import io.axisor.metrics.system.HttpRequestFacts;
import io.axisor.metrics.system.HttpRequestSource;
import io.axisor.metrics.system.SystemDefinitions;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Finding;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Reads the HTTP requests that this process answered from the host's own registry, where its web framework counts them
 * anyway.
 *
 * <pre>{@code
 * BusinessMetrics.builder(source, zone).httpRequests(RegistryHttpRequests.of(registry)).build()
 * }</pre>
 *
 * <p><b>Timers.</b> Those named {@code http.server.requests}, or as {@link Builder#meterNames} says. A request was a server
 * error where its timer has the tag {@code outcome} = {@code SERVER_ERROR} or a {@code status} of 500 to 599.
 *
 * <table>
 *   <caption>who counts requests, and how</caption>
 *   <tr><th>framework</th><th>timer</th><th>tags read</th><th>switches the histogram on</th></tr>
 *   <tr><td>Spring Boot</td><td>{@code http.server.requests}</td><td>outcome, status</td>
 *     <td>{@code management.metrics.distribution.percentiles-histogram.http.server.requests=true}</td></tr>
 *   <tr><td>Micronaut</td><td>{@code http.server.requests}</td><td>status</td>
 *     <td>{@code micronaut.metrics.binders.web.server.histogram=true}</td></tr>
 *   <tr><td>Quarkus</td><td>{@code http.server.requests}</td><td>outcome, status</td>
 *     <td>a {@code MeterFilter} that sets {@code percentilesHistogram}</td></tr>
 *   <tr><td>Jetty, Javalin</td><td>{@code jetty.server.requests}</td><td>outcome, status</td><td>the same</td></tr>
 *   <tr><td>Ktor</td><td>{@code ktor.http.server.requests}</td><td>status</td>
 *     <td>{@code distributionStatisticConfig}</td></tr>
 * </table>
 *
 * <p>Meters of the name that are no timers are not read: the {@code LongTaskTimer} of requests that still run, or the
 * {@code FunctionTimer} of Tomcat, which tells no outcome. Requests of timers with neither tag count and have their times, but
 * the error rate of their windows is unavailable: taken for successes they would hide errors.
 *
 * <p><b>Windows</b> are differences of counts. Every call reads the timers once, adds to running totals what each counted
 * since the call before, and compares these with what they were when the window began. A timer that counts less than
 * before, or was removed and is there again, has begun anew and counts whole; so does a new one. A window begins at the
 * last reading at or before its start, so it is longer than its name by up to the pause between two readings. Where that
 * would be more than a tenth of it and more than five minutes, it is undefined, with the instant at which it will be whole.
 * The process starts with nothing counted, so a window that reaches back to its start or beyond holds all it has counted.
 * An instant in the past is undefined.
 *
 * <p>The clock is the one of {@link io.axisor.metrics.BusinessMetrics}. After it was set back, what was counted in the time
 * that it repeats stays in the windows that reach over that moment.
 *
 * <p><b>The longest request</b> is the greatest {@code Timer.max} seen. Registries forget it, those of Prometheus and of
 * Spring Boot's default two to three minutes after the request (two to three times their {@code step}). Read every minute,
 * which is the default, none is missed; but for that long it counts also for a window that began after it, if its timer
 * counted others in it.
 *
 * <p><b>The 95th percentile</b> comes from the timers' own histograms, those of all timers added up, bucket by bucket. It lies
 * between the same bounds as the true one; beyond the last bound it is that bound. It needs histograms of all timers.
 * Percentiles that a timer computes itself cannot be added up and are never used.
 *
 * <table>
 *   <caption>which registry to hand over</caption>
 *   <tr><th>registry</th><th>counts, mean, longest</th><th>95th percentile</th></tr>
 *   <tr><td>{@code PrometheusMeterRegistry}</td><td>yes</td><td>yes</td></tr>
 *   <tr><td>OTLP, cumulative</td><td>yes</td><td>yes, but not from exponential histograms</td></tr>
 *   <tr><td>{@code SimpleMeterRegistry}</td><td>yes</td><td>no: its histograms are of the last minute</td></tr>
 *   <tr><td>those that count in steps: OTLP with deltas, Datadog, Influx, New Relic, ...</td><td>no</td><td>no</td></tr>
 *   <tr><td>composite</td><td colspan="2">as one of its registries, the best of them when the first request is seen</td></tr>
 * </table>
 *
 * <p>Some registries (JMX, Graphite) have histograms that forget and do not say so; they are found out when a bucket counts
 * less than before, and the percentile is unavailable from then on. Until then it can be wrong: what is forgotten while as
 * much comes anew is missing from the buckets, and taken for longer than their last bound. If the registry that is read leaves its composite,
 * another one is read, and watching begins anew.
 *
 * <p><b>Cost.</b> A call walks the meters of the registry once; a scrape calls nothing here. Samples are at least 15 s
 * apart and kept for 24 h, so there are at most some 5,800, each of about 150 bytes and 8 more for every bucket: with the 68
 * buckets of a usual histogram 4 MB at most, and 1 MB if read every minute. It holds the registry and needs no close.
 *
 * <p>Safe for any number of threads; never throws.
 */
public final class RegistryHttpRequests implements HttpRequestSource {

    private static final BigDecimal P95 = new BigDecimal("0.95");

    private final RareWarning warning = new RareWarning(LoggerFactory.getLogger(RegistryHttpRequests.class));
    private final String names;
    private final RequestTimers timers;

    /** Guards everything below. */
    private final Object lock = new Object();

    private RequestTotals totals = new RequestTotals();
    private RequestHistory history;
    private @Nullable MeterRegistry watched;

    private RegistryHttpRequests(Builder builder) {
        this.names = String.join(", ", builder.meterNames);
        this.timers = new RequestTimers(builder.registry, Set.copyOf(builder.meterNames));
        this.history = builder.startedAt.map(RequestHistory::fromZeroAt).orElseGet(RequestHistory::unknown);
    }

    /**
     * The requests of the timers named {@code http.server.requests}.
     *
     * @param registry the host's registry, or a composite of them
     * @return the source
     */
    public static RegistryHttpRequests of(MeterRegistry registry) {
        return builder(registry).build();
    }

    /**
     * Begins with every option at its default.
     *
     * @param registry the host's registry, or a composite of them
     * @return a builder
     */
    public static Builder builder(MeterRegistry registry) {
        return new Builder(registry);
    }

    @Override
    public Map<Window, Finding<HttpRequestFacts>> requests(AsOf at) {
        if (at.isPast()) {
            return inEveryWindow(window -> Finding.undefined("the registry tells about the present only"));
        }
        try {
            synchronized (lock) {
                return read(at);
            }
        } catch (RuntimeException | LinkageError e) {
            warning.warn("registry", "the registry failed to tell its HTTP requests", e);
            return inEveryWindow(window -> Finding.unavailable("the registry failed to tell its HTTP requests: " + e));
        }
    }

    private static Map<Window, Finding<HttpRequestFacts>> inEveryWindow(
            Function<Window, Finding<HttpRequestFacts>> finding) {
        Map<Window, Finding<HttpRequestFacts>> found = new EnumMap<>(Window.class);
        windows().forEach(window -> found.put(window, finding.apply(window)));
        return found;
    }

    private static List<Window> windows() {
        return SystemDefinitions.REQUESTS.windows();
    }

    private Map<Window, Finding<HttpRequestFacts>> read(AsOf at) {
        Optional<MeterRegistry> chosen = timers.choose(watched);
        if (chosen.isEmpty()) {
            if (watched == null) {
                // Nothing has been counted yet, which is worth knowing once something is.
                history.add(at.computedAt(), totals.counts(), 0);
            }
            String reason = whyNoTimers();
            return inEveryWindow(window -> Finding.unavailable(reason));
        }
        watch(chosen.get());
        long longest = totals.add(timers.in(chosen.get()));
        history.add(at.computedAt(), totals.counts(), longest);
        history.forgetBefore(beginOfAllWindows(at));
        return inEveryWindow(window -> history.in(at.range(window)).map(this::facts));
    }

    /** Another registry has counted other requests, and who knows since when. */
    private void watch(MeterRegistry registry) {
        if (watched != null && watched != registry) {
            totals = new RequestTotals();
            history = RequestHistory.unknown();
        }
        watched = registry;
    }

    /** By the time of the reading, not by that of the question, which may be some time off. */
    private static Instant beginOfAllWindows(AsOf at) {
        Instant earliest = at.computedAt();
        for (Window window : windows()) {
            Instant from = at.calendar().range(window, at.computedAt()).from();
            earliest = from.isBefore(earliest) ? from : earliest;
        }
        return earliest.minus(AsOf.CLOCK_TOLERANCE);
    }

    private String whyNoTimers() {
        List<String> inSteps = timers.registriesThatCountInSteps();
        return inSteps.isEmpty()
                ? "the registry has no timer " + names + "; it comes with the first request, if the web framework's"
                        + " metrics are switched on and no MeterFilter renames it; give RegistryHttpRequests other names"
                        + " with meterNames(...)"
                : "the timers " + names + " of " + String.join(", ", inSteps) + " count anew with every step; give"
                        + " RegistryHttpRequests a registry that counts from the start of the process, such as a"
                        + " PrometheusMeterRegistry or a SimpleMeterRegistry";
    }

    private HttpRequestFacts facts(RequestHistory.Passed passed) {
        RequestCounts counts = passed.counts();
        return new HttpRequestFacts(
                counts.requests(),
                serverErrors(counts),
                seconds(BigDecimal.valueOf(counts.nanos())),
                longest(passed),
                p95(counts));
    }

    private Finding<Long> serverErrors(RequestCounts counts) {
        return counts.ofUnknownOutcome() == 0
                ? Finding.ok(counts.serverErrors())
                : Finding.unavailable(counts.ofUnknownOutcome() + " of " + counts.requests()
                        + " requests came through timers " + names + " with neither of the tags outcome and status, so"
                        + " errors cannot be told; let no MeterFilter drop both, or give RegistryHttpRequests the names"
                        + " of timers that have one with meterNames(...)");
    }

    private static Finding<BigDecimal> longest(RequestHistory.Passed passed) {
        if (passed.counts().requests() == 0) {
            return noRequest();
        }
        return passed.longestInNanos() == 0
                ? Finding.noData("the registry had forgotten the longest request before it was read; refresh the system"
                        + " domain every minute")
                : Finding.ok(seconds(BigDecimal.valueOf(passed.longestInNanos())));
    }

    private Finding<BigDecimal> p95(RequestCounts counts) {
        if (counts.requests() == 0) {
            return noRequest();
        }
        if (counts.outsideBuckets() > 0 || totals.isForgetful()) {
            return Finding.unavailable("not every timer " + names + " publishes a histogram that counts from the start"
                    + " of the process; switch them on (Spring Boot:"
                    + " management.metrics.distribution.percentiles-histogram.http.server.requests=true, Micronaut:"
                    + " micronaut.metrics.binders.web.server.histogram=true, others: a MeterFilter that sets"
                    + " percentilesHistogram), in a registry that has them, such as a PrometheusMeterRegistry");
        }
        return Finding.ok(seconds(HistogramQuantile.of(P95, counts.buckets(), counts.requests())));
    }

    private static Finding<BigDecimal> noRequest() {
        return Finding.noData("no request was answered in the window");
    }

    private static BigDecimal seconds(BigDecimal nanos) {
        return nanos.movePointLeft(9);
    }

    /** The options. */
    public static final class Builder {
        private final MeterRegistry registry;
        private List<String> meterNames = List.of("http.server.requests");
        private Optional<Instant> startedAt = ProcessHandle.current().info().startInstant();

        private Builder(MeterRegistry registry) {
            this.registry = registry;
        }

        /**
         * The timers that are read, instead of {@code http.server.requests}. Requests that two of them count are counted
         * twice.
         *
         * @param names their names in the registry, with dots, such as {@code jetty.server.requests}
         * @return this
         */
        public Builder meterNames(String... names) {
            this.meterNames = List.of(names);
            return this;
        }

        /**
         * When the process started, and its timers with nothing counted.
         *
         * @param instant the instant, by default the one that the operating system tells
         * @return this
         */
        public Builder startedAt(Instant instant) {
            this.startedAt = Optional.of(instant);
            return this;
        }

        /**
         * Ends the options.
         *
         * @return the source
         * @throws IllegalArgumentException if there is no name, or a blank one
         */
        public RegistryHttpRequests build() {
            if (meterNames.isEmpty() || meterNames.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException(
                        "meterNames must be names of timers such as 'jetty.server.requests', not " + meterNames);
            }
            return new RegistryHttpRequests(this);
        }
    }
}
