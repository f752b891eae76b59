package io.axisor.metrics.refresh;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.automation.AutomationFacts;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.platform.PlatformFacts;
import io.axisor.metrics.revenue.PaymentCounts;
import io.axisor.metrics.revenue.PaymentFacts;
import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.revenue.RevenueDefinitions;
import io.axisor.metrics.revenue.RevenueFacts;
import io.axisor.metrics.source.MetricsDataException;
import io.axisor.metrics.source.MetricsDataSource;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.trading.TradingFacts;
import io.axisor.metrics.users.Cohort;
import io.axisor.metrics.users.UserFacts;
import io.axisor.metrics.value.Counted;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A source that does what a test tells it to, and a clock that stands still until a test moves it. */
final class ScriptedSource implements MetricsDataSource {

    static final Instant START = Instant.parse("2026-03-15T12:00:00Z");

    /** What happens before a domain's facts are there: nothing, a failure, a wait. */
    volatile Runnable beforeUsers = () -> {};

    volatile Runnable beforeRevenue = () -> {};

    /** What happens when the source is cancelled. */
    volatile Runnable onCancel = () -> {};

    /** Simulated nanoseconds since {@link #START}, for the refresher and for the clock of the metrics. */
    final AtomicLong nanos = new AtomicLong();

    private final Queue<CountDownLatch> hanging = new ConcurrentLinkedQueue<>();
    final AtomicInteger interruptions = new AtomicInteger();
    final AtomicInteger usersAsked = new AtomicInteger();
    final AtomicInteger revenueAsked = new AtomicInteger();
    final AtomicInteger running = new AtomicInteger();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    final AtomicInteger runningUsers = new AtomicInteger();
    final AtomicInteger mostUsersAtOnce = new AtomicInteger();

    static Runnable failing(String message) {
        return () -> {
            throw new MetricsDataException(message);
        };
    }

    /** Waits until the source is cancelled, like a driver; an interruption, which may harm a driver, is counted. */
    Runnable hanging(CountDownLatch reached) {
        return () -> {
            CountDownLatch untilCancelled = new CountDownLatch(1);
            hanging.add(untilCancelled);
            reached.countDown();
            while (true) {
                try {
                    untilCancelled.await();
                    throw new MetricsDataException("cancelled");
                } catch (InterruptedException e) {
                    interruptions.incrementAndGet();
                }
            }
        };
    }

    @Override
    public UserFacts users(AsOf at) {
        usersAsked.incrementAndGet();
        mostUsersAtOnce.accumulateAndGet(runningUsers.incrementAndGet(), Math::max);
        try {
            during(beforeUsers);
        } finally {
            runningUsers.decrementAndGet();
        }
        return UserFacts.builder().retention(Finding.ok(new Cohort(4, 3))).build();
    }

    @Override
    public RevenueFacts revenue(AsOf at) {
        revenueAsked.incrementAndGet();
        during(beforeRevenue);
        PaymentCounts some = new PaymentCounts(4, 3, 1, 0);
        Map<Window, PaymentCounts> counts = Map.of(Window.ROLLING_30D, some, Window.LIFETIME, some);
        Map<Window, Map<PaymentStatus, Long>> created =
                Counted.withZeros(Map.of(), RevenueDefinitions.NEW_PAYMENTS.windows(), Map.of());
        return RevenueFacts.builder()
                .payments(Finding.ok(new PaymentFacts(Map.of(), created, counts, Map.of(), true)))
                .build();
    }

    @Override
    public AutomationFacts automation(AsOf at) {
        return AutomationFacts.builder().build();
    }

    @Override
    public TradingFacts trading(AsOf at) {
        return TradingFacts.builder().build();
    }

    @Override
    public PlatformFacts platform(AsOf at) {
        return PlatformFacts.builder().build();
    }

    @Override
    public void cancel() {
        hanging.forEach(CountDownLatch::countDown);
        onCancel.run();
    }

    private void during(Runnable before) {
        mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
        try {
            before.run();
        } finally {
            running.decrementAndGet();
        }
    }

    BusinessMetrics metrics() {
        return BusinessMetrics.builder(this, ZoneOffset.UTC)
                .clock(() -> START.plusNanos(nanos.get()))
                .build();
    }

    /** A refresher on simulated time: an interval of a minute, no jitter, last good values stay for five minutes. */
    MetricsRefresher.Builder simulated() {
        return MetricsRefresher.builder(metrics()).jitter(0).nanoTime(nanos::get);
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** The status of the one value of the users domain; {@link Status#UNAVAILABLE} where nothing is shown. */
    static Status users(MetricsSnapshot snapshot) {
        return status(snapshot.find("users.retention", Window.ROLLING_30D));
    }

    /** The status of the one value of the revenue domain; {@link Status#UNAVAILABLE} where nothing is shown. */
    static Status revenue(MetricsSnapshot snapshot) {
        return status(snapshot.find("payments.success", Window.LIFETIME));
    }

    private static Status status(List<Measurement> found) {
        return found.isEmpty() ? Status.UNAVAILABLE : found.get(0).status();
    }
}
