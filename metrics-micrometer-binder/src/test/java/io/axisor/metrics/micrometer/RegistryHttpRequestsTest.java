package io.axisor.metrics.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.system.HttpRequestFacts;
import io.axisor.metrics.system.SystemDefinitions;
import io.axisor.metrics.system.SystemFacts;
import io.axisor.metrics.system.SystemMetrics;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Statistic;
import io.axisor.metrics.value.Status;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read, and what is said where nothing can be. */
class RegistryHttpRequestsTest {

    private final SimulatedHost host = SimulatedHost.withSimpleRegistry();

    /** Tags as the frameworks write them; all of them name the timer http.server.requests. */
    static Stream<Arguments> frameworks() {
        BiFunction<String, Integer, Tags> spring = (uri, status) -> SimulatedHost.tags(uri, status)
                .and("exception", status < 500 ? "none" : "IllegalStateException")
                .and("error", status < 500 ? "none" : "IllegalStateException");
        BiFunction<String, Integer, Tags> micronaut = (uri, status) ->
                Tags.of("exception", "none", "method", "GET", "status", String.valueOf(status), "uri", uri);
        BiFunction<String, Integer, Tags> quarkus = SimulatedHost::tags;
        return Stream.of(
                Arguments.of("Spring Boot", spring),
                Arguments.of("Micronaut", micronaut),
                Arguments.of("Quarkus", quarkus));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frameworks")
    void serverErrorsAreToldByTheTagsOfEveryFramework(String name, BiFunction<String, Integer, Tags> tags) {
        for (int status : List.of(200, 204, 302, 404, 429, 500, 503, 599)) {
            for (String uri : List.of("/orders", "/orders/{id}")) {
                host.registry
                        .timer("http.server.requests", tags.apply(uri, status))
                        .record(250, TimeUnit.MILLISECONDS);
            }
        }
        host.passMinutes(1);
        HttpRequestFacts facts = host.last5m().get();

        assertThat(facts.requests()).isEqualTo(16);
        assertThat(facts.serverErrors().get()).isEqualTo(6);
        assertThat(facts.sumInSeconds()).isEqualByComparingTo("4");
        assertThat(facts.longestInSeconds().get()).isEqualByComparingTo("0.25");
    }

    @Test
    void aServerErrorIsToldByEitherTag() {
        List<Tags> errors = List.of(
                Tags.of("outcome", "SERVER_ERROR"),
                Tags.of("outcome", "UNKNOWN", "status", "500"),
                Tags.of("status", "599"));
        List<Tags> others = List.of(
                Tags.of("outcome", "UNKNOWN", "status", "UNKNOWN"),
                Tags.of("outcome", "SUCCESS"),
                Tags.of("status", "499"),
                Tags.of("status", "600"),
                Tags.of("status", "5000"),
                Tags.of("status", "50"));
        Stream.concat(errors.stream(), others.stream())
                .forEach(tags -> host.registry
                        .timer("http.server.requests", tags.and("case", tags.toString(), "status", statusOf(tags)))
                        .record(1, TimeUnit.SECONDS));
        host.passMinutes(1);

        assertThat(host.last5m().get().requests()).isEqualTo(9);
        assertThat(host.last5m().get().serverErrors().get()).isEqualTo(3);
    }

    /** A registry of one name has one set of tag keys; what a case does not have is empty in it. */
    private static String statusOf(Tags tags) {
        return tags.stream()
                .filter(tag -> tag.getKey().equals("status"))
                .findFirst()
                .map(Tag::getValue)
                .orElse("none");
    }

    @Test
    void meansRatiosAndLongestReachTheMetrics() {
        host.timer("/a", 200).record(1, TimeUnit.SECONDS);
        host.timer("/b", 200).record(2, TimeUnit.SECONDS);
        host.timer("/b", 500).record(6, TimeUnit.SECONDS);
        host.passMinutes(1);
        SystemMetrics metrics = metrics();

        for (Window window : SystemDefinitions.REQUESTS.windows()) {
            assertThat(metrics.requests(window).value()).contains(new BigDecimal(3));
            assertThat(metrics.errors(window).ratio().orElseThrow().numerator()).isEqualByComparingTo("1");
            assertThat(metrics.responseTime(window, Statistic.MEAN).value().orElseThrow())
                    .isEqualByComparingTo("3");
            assertThat(metrics.responseTime(window, Statistic.MAX).value().orElseThrow())
                    .isEqualByComparingTo("6");
            assertThat(metrics.responseTime(window, Statistic.P95).status()).isEqualTo(Status.UNAVAILABLE);
        }
    }

    private SystemMetrics metrics() {
        return SystemMetrics.of(new SystemFacts(host.read()), host.at(), MeasurementRules.DEFAULT);
    }

    @Test
    void everyWindowOfTheDefinitionIsAnswered() {
        assertThat(host.read().keySet()).containsExactlyInAnyOrderElementsOf(SystemDefinitions.REQUESTS.windows());
        host.answers(1, 200);
        assertThat(host.read().keySet()).containsExactlyInAnyOrderElementsOf(SystemDefinitions.REQUESTS.windows());
    }

    @Test
    void withoutAnyTimerTheRequestsAreUnavailableAndTheReasonNamesIt() {
        host.passMinutes(1);

        assertThat(host.last5m().status()).isEqualTo(Status.UNAVAILABLE);
        assertThat(host.last24h().reason().orElseThrow())
                .contains("no timer http.server.requests", "meterNames(...)", "MeterFilter");
    }

    @Test
    void aWindowInWhichNothingCameHasNoRequestsAndNoRatio() {
        host.answers(3, 200);
        host.readEveryMinuteFor(Duration.ofMinutes(10));
        SystemMetrics metrics = metrics();

        assertThat(metrics.requests(Window.ROLLING_5M).value()).contains(BigDecimal.ZERO);
        assertThat(metrics.errors(Window.ROLLING_5M).status()).isEqualTo(Status.NO_DATA);
        for (Statistic statistic : SystemDefinitions.RESPONSE_TIME.statistics()) {
            assertThat(metrics.responseTime(Window.ROLLING_5M, statistic).status())
                    .as(statistic.key())
                    .isEqualTo(Status.NO_DATA);
        }
        assertThat(metrics.requests(Window.ROLLING_24H).value()).contains(new BigDecimal(3));
    }

    @Test
    void timersThatWereAllRemovedStillTellOfNoRequests() {
        host.answers(3, 200);
        host.readEveryMinuteFor(Duration.ofMinutes(1));
        host.registry.clear();
        host.readEveryMinuteFor(Duration.ofMinutes(10));

        assertThat(host.last5m().get().requests()).isZero();
        assertThat(host.last24h().get().requests()).isEqualTo(3);
    }

    @Test
    void otherMetersOfTheNameAreNotRead() {
        Tags tags = SimulatedHost.tags("/orders", 500).and("kind", "other");
        LongTaskTimer.builder("http.server.requests.active")
                .tags(tags)
                .register(host.registry)
                .start();
        LongTaskTimer.builder("http.server.requests")
                .tags(tags)
                .register(host.registry)
                .start();
        FunctionTimer.builder("http.server.requests", this, any -> 7, any -> 7, TimeUnit.SECONDS)
                .tags(tags.and("kind", "function"))
                .register(host.registry);
        host.registry
                .counter("http.server.requests", tags.and("kind", "counter"))
                .increment();
        assertThat(host.last5m().status()).isEqualTo(Status.UNAVAILABLE);

        host.answers(2, 200);
        host.passMinutes(1);
        assertThat(host.last5m().get().requests()).isEqualTo(2);
        assertThat(host.last5m().get().serverErrors().get()).isZero();
    }

    @Test
    void timersOfOtherNamesAreReadIfTheyAreGiven() {
        host.source = RegistryHttpRequests.builder(host.registry)
                .meterNames("jetty.server.requests", "ktor.http.server.requests")
                .startedAt(SimulatedHost.START)
                .build();
        host.answers(5, 200);
        host.registry
                .timer("jetty.server.requests", SimulatedHost.tags("/", 500))
                .record(1, TimeUnit.SECONDS);
        host.registry.timer("ktor.http.server.requests", "status", "200").record(1, TimeUnit.SECONDS);
        host.passMinutes(1);

        assertThat(host.last5m().get().requests()).isEqualTo(2);
        assertThat(host.last5m().get().serverErrors().get()).isEqualTo(1);
    }

    @Test
    void namesThatNameNothingAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegistryHttpRequests.builder(host.registry)
                        .meterNames("jetty.server.requests", " ")
                        .build())
                .withMessageContaining("[jetty.server.requests,  ]");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        RegistryHttpRequests.builder(host.registry).meterNames().build());
    }

    @Test
    void requestsWhoseOutcomeNoTagTellsCountButLeaveTheErrorRateOfTheirWindowUnavailable() {
        host.registry.timer("http.server.requests", "uri", "/", "method", "GET").record(1, TimeUnit.SECONDS);
        host.answers(4, 500);
        host.passMinutes(1);
        SystemMetrics metrics = metrics();

        assertThat(metrics.requests(Window.ROLLING_5M).value()).contains(new BigDecimal(5));
        assertThat(metrics.responseTime(Window.ROLLING_5M, Statistic.MEAN)
                        .value()
                        .orElseThrow())
                .isEqualByComparingTo("0.28");
        assertThat(metrics.responseTime(Window.ROLLING_5M, Statistic.MAX)
                        .value()
                        .orElseThrow())
                .isEqualByComparingTo("1");
        assertThat(metrics.errors(Window.ROLLING_5M).status()).isEqualTo(Status.UNAVAILABLE);
        assertThat(metrics.errors(Window.ROLLING_5M).reason())
                .contains(
                        "1 of 5 requests came through timers http.server.requests with neither of the tags outcome and"
                                + " status, so errors cannot be told; let no MeterFilter drop both, or give"
                                + " RegistryHttpRequests the names of timers that have one with meterNames(...)");

        host.readEveryMinuteFor(Duration.ofMinutes(6));
        host.answers(1, 500);
        host.passMinutes(1);
        assertThat(host.last5m().get().serverErrors()).isEqualTo(Finding.ok(1L));
        assertThat(host.last24h().get().serverErrors().status()).isEqualTo(Status.UNAVAILABLE);
        assertThat(host.last24h().get().requests()).isEqualTo(6);
    }

    @Test
    void aFilterThatDropsTheTagsIsFoundOut() {
        host.registry.config().meterFilter(MeterFilter.ignoreTags("outcome", "status"));
        host.answers(4, 500);
        host.passMinutes(1);

        assertThat(host.last5m().get().requests()).isEqualTo(4);
        assertThat(host.last5m().get().serverErrors().reason().orElseThrow()).startsWith("4 of 4 requests");
    }

    @Test
    void thePastIsUndefinedAndLeavesNoSample() {
        host.answers(1, 200);
        host.read();
        host.passMinutes(20);
        AsOf past = new AsOf(host.now.minusSeconds(301), host.now, host.at().calendar());
        assertThat(host.source.requests(past))
                .containsOnlyKeys(SystemDefinitions.REQUESTS.windows())
                .allSatisfy((window, finding) ->
                        assertThat(finding).isEqualTo(Finding.undefined("the registry tells about the present only")));

        host.passMinutes(5);
        assertThat(host.last5m().reason().orElseThrow()).contains("since " + host.now + " only");
    }

    @Test
    void anInstantThatIsOnlyJustPastIsThePresent() {
        host.answers(1, 200);
        host.passMinutes(1);
        AsOf almost = new AsOf(host.now.minusSeconds(300), host.now, host.at().calendar());

        assertThat(host.source.requests(almost).get(Window.ROLLING_24H).get().requests())
                .isEqualTo(1);
    }

    @Test
    void theFutureHasNoRequestsYetAndHarmsNothing() {
        host.readEveryMinuteFor(Duration.ofMinutes(29));
        host.answers(4, 200);
        host.readEveryMinuteFor(Duration.ofMinutes(1));
        AsOf threeDaysOn =
                new AsOf(host.now.plus(Duration.ofDays(3)), host.now, host.at().calendar());
        assertThat(host.source
                        .requests(threeDaysOn)
                        .get(Window.ROLLING_24H)
                        .get()
                        .requests())
                .isZero();

        assertThat(host.last5m().get().requests()).isEqualTo(4);
        assertThat(host.last24h().get().requests()).isEqualTo(4);
    }

    @Test
    void durationsAreAddedUpToTheNanosecond() {
        for (int i = 0; i < 1_000; i++) {
            host.timer("/" + i % 7, 200).record(123_456_789_123L + i, TimeUnit.NANOSECONDS);
        }
        host.passMinutes(1);

        // 1000 × 123.456789123 s + (0 + ... + 999) ns
        assertThat(host.last5m().get().sumInSeconds()).isEqualTo(new BigDecimal("123456.789622500"));
    }

    @Test
    void aRegistryThatFailsIsSaidToAndNothingIsLostOnceItIsWellAgain() {
        FailingRegistry registry = new FailingRegistry();
        SimulatedHost failing = SimulatedHost.with(registry);
        failing.answers(3, 200);
        failing.passMinutes(1);
        assertThat(failing.last5m().get().requests()).isEqualTo(3);
        failing.answers(2, 500);
        registry.broken = true;
        failing.passMinutes(1);
        assertThat(failing.last5m().status()).isEqualTo(Status.UNAVAILABLE);
        assertThat(failing.last24h().reason().orElseThrow()).endsWith("IllegalStateException: out of order");

        registry.broken = false;
        failing.passMinutes(1);
        assertThat(failing.last5m().get().requests()).isEqualTo(5);
        assertThat(failing.last5m().get().serverErrors().get()).isEqualTo(2);
    }

    private static final class FailingRegistry extends SimpleMeterRegistry {

        private boolean broken;

        @Override
        public List<Meter> getMeters() {
            if (broken) {
                throw new IllegalStateException("out of order");
            }
            return super.getMeters();
        }
    }

    @Test
    @Timeout(60)
    void callsFromManyThreadsCountEveryRequestOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = Stream.<Runnable>of(
                            () -> host.answers(20_000, 200),
                            () -> host.answers(20_000, 500),
                            () -> readOften(2_000),
                            () -> readOften(2_000))
                    .<Future<?>>map(threads::submit)
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        HttpRequestFacts facts = host.last24h().get();

        assertThat(facts.requests()).isEqualTo(40_000);
        assertThat(facts.serverErrors().get()).isEqualTo(20_000);
        assertThat(facts.sumInSeconds()).isEqualByComparingTo("4000");
    }

    private void readOften(int times) {
        for (int i = 0; i < times; i++) {
            Map<Window, Finding<HttpRequestFacts>> read = host.read();
            assertThat(read.get(Window.ROLLING_24H)
                            .value()
                            .map(HttpRequestFacts::requests)
                            .orElse(0L))
                    .isBetween(0L, 40_000L);
        }
    }
}
