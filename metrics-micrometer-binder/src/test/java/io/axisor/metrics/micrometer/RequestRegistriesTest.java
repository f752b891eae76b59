package io.axisor.metrics.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.system.HttpRequestFacts;
import io.axisor.metrics.value.Status;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.cumulative.CumulativeTimer;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import io.micrometer.core.instrument.simple.CountingMode;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Which registries tell what. */
class RequestRegistriesTest {

    private static MeterRegistry prometheus() {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }

    private static <R extends MeterRegistry> R withHistograms(R registry) {
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return DistributionStatisticConfig.builder()
                        .percentilesHistogram(true)
                        .serviceLevelObjectives(1e8, 5e8)
                        .build()
                        .merge(config);
            }
        });
        return registry;
    }

    private static MeterRegistry inSteps() {
        return new SimpleMeterRegistry(
                new SimpleConfig() {
                    @Override
                    public String get(String key) {
                        return null;
                    }

                    @Override
                    public CountingMode mode() {
                        return CountingMode.STEP;
                    }
                },
                Clock.SYSTEM);
    }

    private static CompositeMeterRegistry compositeOf(MeterRegistry... registries) {
        CompositeMeterRegistry composite = new CompositeMeterRegistry();
        for (MeterRegistry registry : registries) {
            composite.add(registry);
        }
        return composite;
    }

    /** 90 requests of 100 ms, 10 of 400 ms, two of them errors. */
    private static SimulatedHost busy(MeterRegistry registry) {
        SimulatedHost host = SimulatedHost.with(registry);
        host.answers(90, 200);
        for (int i = 0; i < 10; i++) {
            host.timer("/slow", i < 2 ? 503 : 200).record(400, TimeUnit.MILLISECONDS);
        }
        host.passMinutes(1);
        return host;
    }

    private static void assertCounted(HttpRequestFacts facts) {
        assertThat(facts.requests()).isEqualTo(100);
        assertThat(facts.serverErrors().get()).isEqualTo(2);
        assertThat(facts.sumInSeconds()).isEqualByComparingTo("13");
        assertThat(facts.longestInSeconds().get()).isEqualByComparingTo("0.4");
    }

    private static void assertPercentile(HttpRequestFacts facts) {
        // Micrometer's bounds around 0.4 s are 0.357913941 and 0.447392426; rank 95 is the fifth of ten between them:
        // 0.357913941 + (0.447392426 - 0.357913941) x 5 / 10
        assertThat(facts.p95InSeconds().get()).isEqualByComparingTo("0.4026531835");
    }

    private static void assertNoPercentile(HttpRequestFacts facts) {
        assertThat(facts.p95InSeconds().status()).isEqualTo(Status.UNAVAILABLE);
        assertThat(facts.p95InSeconds().reason().orElseThrow())
                .contains(
                        "management.metrics.distribution.percentiles-histogram.http.server.requests=true",
                        "micronaut.metrics.binders.web.server.histogram=true",
                        "PrometheusMeterRegistry");
    }

    @Test
    void aPrometheusRegistryWithHistogramsTellsEverything() {
        HttpRequestFacts facts = busy(withHistograms(prometheus())).last5m().get();

        assertCounted(facts);
        assertPercentile(facts);
    }

    @Test
    void aPrometheusRegistryWithoutHistogramsTellsNoPercentile() {
        HttpRequestFacts facts = busy(prometheus()).last5m().get();

        assertCounted(facts);
        assertNoPercentile(facts);
    }

    @Test
    void aSimpleRegistryTellsNoPercentileWhateverItsConfiguration() {
        for (MeterRegistry registry :
                new MeterRegistry[] {new SimpleMeterRegistry(), withHistograms(new SimpleMeterRegistry())}) {
            HttpRequestFacts facts = busy(registry).last5m().get();

            assertCounted(facts);
            assertNoPercentile(facts);
        }
    }

    @Test
    void percentilesThatTimersComputeThemselvesAreNotUsed() {
        MeterRegistry registry = prometheus();
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return DistributionStatisticConfig.builder()
                        .percentiles(0.95)
                        .build()
                        .merge(config);
            }
        });

        assertNoPercentile(busy(registry).last5m().get());
    }

    @Test
    void oneTimerWithoutAHistogramMakesThePercentileUnavailableAsLongAsItCounts() {
        MeterRegistry registry = prometheus();
        Timer.builder("http.server.requests")
                .tags(SimulatedHost.tags("/orders", 200))
                .publishPercentileHistogram()
                .register(registry);
        SimulatedHost host = SimulatedHost.with(registry);
        host.answers(10, 200);
        host.timer("/other", 200).record(1, TimeUnit.SECONDS);
        host.passMinutes(1);
        assertNoPercentile(host.last5m().get());

        host.readEveryMinuteFor(Duration.ofMinutes(5));
        host.answers(10, 200);
        host.passMinutes(1);
        assertThat(host.last5m().get().p95InSeconds().status()).isEqualTo(Status.OK);
        assertThat(host.last24h().get().p95InSeconds().status()).isEqualTo(Status.UNAVAILABLE);
    }

    @Test
    void registriesThatCountInStepsAreUnavailable() {
        SimulatedHost host = busy(inSteps());

        assertThat(host.last5m().status()).isEqualTo(Status.UNAVAILABLE);
        assertThat(host.last24h().reason().orElseThrow())
                .contains("of SimpleMeterRegistry count anew with every step", "PrometheusMeterRegistry");
    }

    /** The OTLP registry with delta temporality has timers of its own that are no StepTimer. */
    @Test
    void timersThatAreOnlyNamedLikeThoseOfStepsCountInStepsToo() {
        class OtlpStepTimer extends CumulativeTimer {
            OtlpStepTimer(Meter.Id id, DistributionStatisticConfig config, PauseDetector pauseDetector) {
                super(id, Clock.SYSTEM, config, pauseDetector, TimeUnit.SECONDS, false);
            }
        }
        SimulatedHost host = busy(new SimpleMeterRegistry() {
            @Override
            protected Timer newTimer(Meter.Id id, DistributionStatisticConfig config, PauseDetector pauseDetector) {
                return new OtlpStepTimer(id, config.merge(DistributionStatisticConfig.DEFAULT), pauseDetector);
            }
        });

        assertThat(host.last5m().reason().orElseThrow()).contains("count anew with every step");
    }

    @Test
    void aCompositeIsReadThroughItsBestRegistryWhateverTheirOrder() {
        for (int i = 0; i < 20; i++) {
            HttpRequestFacts facts = busy(compositeOf(
                            withHistograms(new SimpleMeterRegistry()),
                            inSteps(),
                            withHistograms(prometheus()),
                            compositeOf(new SimpleMeterRegistry())))
                    .last5m()
                    .get();
            assertCounted(facts);
            assertPercentile(facts);

            HttpRequestFacts ofSimple = busy(compositeOf(inSteps(), compositeOf(new SimpleMeterRegistry(), inSteps())))
                    .last5m()
                    .get();
            assertCounted(ofSimple);
            assertNoPercentile(ofSimple);
        }
    }

    @Test
    void aCompositeWithoutRegistriesKnowsNothing() {
        CompositeMeterRegistry composite = new CompositeMeterRegistry();
        SimulatedHost host = busy(composite);
        assertThat(host.last5m().status()).isEqualTo(Status.UNAVAILABLE);

        composite.add(new SimpleMeterRegistry());
        host.answers(3, 200);
        host.passMinutes(1);
        assertThat(host.last5m().get().requests()).isEqualTo(3);
    }

    @Test
    void theRegistryOnceReadIsReadOnThoughABetterOneJoinsTheComposite() {
        CompositeMeterRegistry composite = compositeOf(new SimpleMeterRegistry());
        SimulatedHost host = busy(composite);
        assertCounted(host.last5m().get());
        composite.add(withHistograms(prometheus()));
        host.answers(5, 200);
        host.passMinutes(1);

        assertThat(host.last5m().get().requests()).isEqualTo(105);
    }

    @Test
    void whereTheRegistryLeavesItsCompositeWatchingBeginsAnewWithAnother() {
        SimpleMeterRegistry first = new SimpleMeterRegistry();
        CompositeMeterRegistry composite = compositeOf(first);
        SimulatedHost host = busy(composite);
        assertCounted(host.last5m().get());
        SimpleMeterRegistry second = new SimpleMeterRegistry();
        composite.add(second);
        host.answers(5, 200);
        composite.remove(first);
        host.passMinutes(1);
        assertThat(host.last24h().reason().orElseThrow()).contains("since " + host.now + " only");

        host.answers(3, 200);
        host.readEveryMinuteFor(Duration.ofMinutes(5));
        assertThat(host.last5m().get().requests()).isEqualTo(3);
    }

    @Test
    void aRegistryThatIsClosedTellsNothing() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        SimulatedHost host = busy(registry);
        assertCounted(host.last5m().get());
        registry.close();

        assertThat(host.last5m().status()).isEqualTo(Status.UNAVAILABLE);
    }

    @Test
    void aHistogramThatForgetsIsFoundOutWhenItDoes() {
        ForgetfulRegistry registry = withHistograms(new ForgetfulRegistry());
        SimulatedHost host = busy(registry);
        assertThat(host.last5m().get().p95InSeconds().status()).isEqualTo(Status.OK);
        registry.time += Duration.ofMinutes(5).toMillis();
        host.passMinutes(1);
        assertNoPercentile(host.last5m().get());

        host.answers(10, 200);
        host.passMinutes(1);
        assertNoPercentile(host.last5m().get());
        assertThat(host.last5m().get().requests()).isEqualTo(110);
    }

    /** The limit that the documentation tells of: 110 requests of 100 ms, and a percentile of the last bound, 30 s. */
    @Test
    void aHistogramThatForgetsWhileAsMuchComesAnewTellsAWrongPercentile() {
        ForgetfulRegistry registry = withHistograms(new ForgetfulRegistry());
        SimulatedHost host = SimulatedHost.with(registry);
        host.answers(10, 200);
        host.passMinutes(1);
        host.read();
        registry.time += Duration.ofMinutes(5).toMillis();
        host.answers(100, 200);
        host.passMinutes(1);

        assertThat(host.last5m().get().requests()).isEqualTo(110);
        assertThat(host.last5m().get().longestInSeconds().get()).isEqualByComparingTo("0.1");
        assertThat(host.last5m().get().p95InSeconds().get()).isEqualByComparingTo("30");

        registry.time += Duration.ofMinutes(5).toMillis();
        host.answers(1, 200);
        host.passMinutes(1);
        assertNoPercentile(host.last5m().get());
    }

    /** Counts from the start, with histograms of the last minutes, as the registries of Dropwizard do. */
    private static final class ForgetfulRegistry extends SimpleMeterRegistry {

        private long time = 1_000_000;

        @Override
        protected Timer newTimer(Meter.Id id, DistributionStatisticConfig config, PauseDetector pauseDetector) {
            Clock own = new Clock() {
                @Override
                public long wallTime() {
                    return time;
                }

                @Override
                public long monotonicTime() {
                    return TimeUnit.MILLISECONDS.toNanos(time);
                }
            };
            DistributionStatisticConfig merged = config.merge(DistributionStatisticConfig.DEFAULT);
            return new CumulativeTimer(id, own, merged, pauseDetector, TimeUnit.SECONDS, true) {};
        }
    }
}
