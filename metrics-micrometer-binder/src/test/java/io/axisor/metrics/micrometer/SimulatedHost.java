package io.axisor.metrics.micrometer;

import io.axisor.metrics.system.HttpRequestFacts;
import io.axisor.metrics.system.HttpRequestSource;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Finding;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A process that answers HTTP requests in a time of its own, which the test lets pass. */
final class SimulatedHost {

    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    final MeterRegistry registry;
    Instant now = START;
    HttpRequestSource source;

    private SimulatedHost(Function<Clock, MeterRegistry> registryOf) {
        registry = registryOf.apply(new SimulatedClock());
        source = RegistryHttpRequests.builder(registry).startedAt(START).build();
    }

    /** A host whose registry forgets in the host's own time. */
    static SimulatedHost withSimpleRegistry() {
        return new SimulatedHost(clock -> new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock));
    }

    static SimulatedHost with(MeterRegistry registry) {
        return new SimulatedHost(clock -> registry);
    }

    void pass(Duration duration) {
        now = now.plus(duration);
    }

    void passMinutes(int minutes) {
        pass(Duration.ofMinutes(minutes));
    }

    /** Lets time pass as a refresher does, with a reading every minute. */
    void readEveryMinuteFor(Duration duration) {
        for (Instant end = now.plus(duration); now.isBefore(end); ) {
            passMinutes(1);
            read();
        }
    }

    Timer timer(String uri, int status) {
        return registry.timer("http.server.requests", tags(uri, status));
    }

    /** Tags as Quarkus has them. */
    static Tags tags(String uri, int status) {
        return Tags.of(
                "method",
                "GET",
                "outcome",
                status < 400 ? "SUCCESS" : status < 500 ? "CLIENT_ERROR" : "SERVER_ERROR",
                "status",
                String.valueOf(status),
                "uri",
                uri);
    }

    void answers(int requests, int status) {
        for (int i = 0; i < requests; i++) {
            timer("/orders", status).record(100, TimeUnit.MILLISECONDS);
        }
    }

    AsOf at() {
        return new AsOf(now, now, BusinessCalendar.of(ZoneOffset.UTC));
    }

    Map<Window, Finding<HttpRequestFacts>> read() {
        return source.requests(at());
    }

    Finding<HttpRequestFacts> last5m() {
        return read().get(Window.ROLLING_5M);
    }

    Finding<HttpRequestFacts> last24h() {
        return read().get(Window.ROLLING_24H);
    }

    private final class SimulatedClock implements Clock {

        @Override
        public long wallTime() {
            return now.toEpochMilli();
        }

        @Override
        public long monotonicTime() {
            return TimeUnit.MILLISECONDS.toNanos(now.toEpochMilli());
        }
    }
}
