package io.axisor.metrics.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.system.HttpRequestFacts;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Status;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random hosts, each request of which is kept with its time and counted one by one. Timers are removed now and then, right
 * after a reading, so that nothing is lost that no reading could see.
 */
class RequestsSecondWayTest {

    private static final double[] BOUNDS_IN_NANOS = {1e6, 5e6, 2e7, 1e8, 3e8, 1e9, 4e9};

    private record Request(Instant at, int status, long nanos) {}

    private final List<Request> answered = new ArrayList<>();
    private final TreeSet<Instant> samples = new TreeSet<>();
    private final TreeSet<Instant> readings = new TreeSet<>();
    private int compared;
    private int undefined;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyWindowIsWhatItsRequestsAddUpTo(long seed) {
        run(seed, SimulatedHost.with(withBounds(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT))), false);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 8, 9})
    void theSameFromASimpleRegistryButForThePercentile(long seed) {
        run(seed, SimulatedHost.withSimpleRegistry(), true);
    }

    private void run(long seed, SimulatedHost host, boolean simple) {
        Random random = new Random(seed);
        samples.add(host.now);
        Instant end = host.now.plus(Duration.ofHours(30));
        while (host.now.isBefore(end)) {
            letRequestsCome(host, random);
            Map<Window, Finding<HttpRequestFacts>> read = host.read();
            if (Duration.between(samples.last(), host.now).compareTo(RequestHistory.SPACING) >= 0) {
                samples.add(host.now);
            }
            readings.add(host.now);
            if (readings.size() % 17 == 1) {
                read.forEach((window, found) -> compare(host, window, found, simple));
            }
            removeATimerNowAndThen(host, random);
        }

        assertThat(compared).isGreaterThan(150);
        assertThat(undefined).isPositive();
        assertThat(answered).hasSizeGreaterThan(3_000);
    }

    private static MeterRegistry withBounds(MeterRegistry registry) {
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(BOUNDS_IN_NANOS)
                        .build()
                        .merge(config);
            }
        });
        return registry;
    }

    /** Between two readings 3 s to 2 min pass, rarely up to 20; there are quiet hours and busy ones. */
    private void letRequestsCome(SimulatedHost host, Random random) {
        int seconds = random.nextInt(40) == 0 ? 120 + random.nextInt(1080) : 3 + random.nextInt(117);
        boolean quiet = host.now.getEpochSecond() / 3_600 % 3 == 0;
        int requests = quiet ? random.nextInt(2) : random.nextInt(8);
        Instant from = host.now;
        for (long at : LongStream.range(0, requests)
                .map(i -> 1 + random.nextInt(seconds * 1_000))
                .sorted()
                .toArray()) {
            host.now = from.plusMillis(at);
            int status = List.of(200, 200, 200, 201, 404, 500, 503).get(random.nextInt(7));
            long nanos = (long) Math.exp(random.nextGaussian() * 2 + 17.5);
            host.timer("/" + random.nextInt(3), status).record(nanos, TimeUnit.NANOSECONDS);
            answered.add(new Request(host.now, status, nanos));
        }
        host.now = from.plusSeconds(seconds);
    }

    private static void removeATimerNowAndThen(SimulatedHost host, Random random) {
        List<Meter> meters = host.registry.getMeters();
        if (!meters.isEmpty() && random.nextInt(10) == 0) {
            host.registry.remove(meters.get(random.nextInt(meters.size())));
        }
        if (random.nextInt(500) == 0) {
            host.registry.clear();
        }
    }

    private void compare(SimulatedHost host, Window window, Finding<HttpRequestFacts> found, boolean simple) {
        if (answered.isEmpty()) {
            assertThat(found.status()).isEqualTo(Status.UNAVAILABLE);
            return;
        }
        Instant from = host.at().range(window).from();
        Instant base = Optional.ofNullable(samples.floor(from)).orElse(SimulatedHost.START);
        Duration leeway = Duration.ofMinutes(window == Window.ROLLING_5M ? 5 : 144);
        if (base.isBefore(from.minus(leeway))) {
            assertThat(found.status()).as("%s at %s", window, host.now).isEqualTo(Status.UNDEFINED);
            undefined++;
        } else {
            compare(base, found.get());
            compareLongest(base, found.get(), simple);
            comparePercentile(base, found.get(), simple);
            compared++;
        }
    }

    private Stream<Request> since(Instant base) {
        return answered.stream().filter(one -> one.at().isAfter(base));
    }

    private void compare(Instant base, HttpRequestFacts facts) {
        assertThat(facts.requests()).isEqualTo(since(base).count());
        assertThat(facts.serverErrors().get())
                .isEqualTo(since(base).filter(one -> one.status() >= 500).count());
        assertThat(facts.sumInSeconds())
                .isEqualTo(
                        BigDecimal.valueOf(since(base).mapToLong(Request::nanos).sum(), 9));
    }

    /**
     * At least the longest of those that were read within two minutes, as long as a maximum lives for sure; at most the
     * longest of three minutes more. The Prometheus registry forgets in the time of the test and tells no more than that.
     */
    private void compareLongest(Instant base, HttpRequestFacts facts, boolean simple) {
        if (since(base).findAny().isEmpty()) {
            assertThat(facts.longestInSeconds().status()).isEqualTo(Status.NO_DATA);
            return;
        }
        long seen = facts.longestInSeconds()
                .value()
                .map(seconds -> seconds.movePointRight(9).longValueExact())
                .orElse(0L);
        assertThat(seen)
                .isGreaterThanOrEqualTo(since(base)
                        .filter(one ->
                                !readings.ceiling(one.at()).isAfter(one.at().plusSeconds(120)))
                        .mapToLong(Request::nanos)
                        .max()
                        .orElse(0));
        if (simple) {
            assertThat(seen)
                    .isLessThanOrEqualTo(since(base.minusSeconds(180))
                            .mapToLong(Request::nanos)
                            .max()
                            .orElseThrow());
        }
    }

    /** The smallest duration that 95 % are not above, and what was told, lie between the same bounds. */
    private void comparePercentile(Instant base, HttpRequestFacts facts, boolean simple) {
        long[] nanos = since(base).mapToLong(Request::nanos).sorted().toArray();
        if (nanos.length == 0) {
            assertThat(facts.p95InSeconds().status()).isEqualTo(Status.NO_DATA);
        } else if (simple) {
            assertThat(facts.p95InSeconds().status()).isEqualTo(Status.UNAVAILABLE);
        } else {
            double last = BOUNDS_IN_NANOS[BOUNDS_IN_NANOS.length - 1];
            double exact = Math.min((double) nanos[(nanos.length * 95 + 99) / 100 - 1], last);
            assertThat(facts.p95InSeconds().get().movePointRight(9).doubleValue())
                    .isBetween(lowerBound(exact), upperBound(exact));
        }
    }

    private static double lowerBound(double nanos) {
        double bound = 0;
        for (double one : BOUNDS_IN_NANOS) {
            bound = one < nanos ? one : bound;
        }
        return bound;
    }

    private static double upperBound(double nanos) {
        for (double one : BOUNDS_IN_NANOS) {
            if (one >= nanos) {
                return one;
            }
        }
        throw new AssertionError("beyond the last bound: " + nanos);
    }
}
