package io.axisor.metrics.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.MetricsDomain;
import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.definition.DomainMetrics;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.source.InMemoryMetricsDataSource;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.ActivityEvent;
import io.axisor.metrics.source.row.Payment;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever foreign code throws, wherever it is called, is a failure that is reported and harms nothing else. */
@Timeout(60)
class RefreshThrowableTest {

    private final ScriptedSource source = new ScriptedSource();
    private final List<String> attempts = new ArrayList<>();

    private final RefreshListener listener = new RefreshListener() {
        @Override
        public void shown(MetricsSnapshot snapshot) {}

        @Override
        public void attempted(String domain, RefreshOutcome outcome, Duration duration) {
            attempts.add(domain + " " + outcome.key());
        }
    };

    /** A listener that throws while it is told to. */
    private static final class Throwing implements RefreshListener {
        volatile @Nullable Sneaky thrown;
        final ConcurrentLinkedQueue<MetricsSnapshot> takenIn = new ConcurrentLinkedQueue<>();

        @Override
        public void shown(MetricsSnapshot snapshot) {
            raise();
            takenIn.add(snapshot);
        }

        @Override
        public void attempted(String domain, RefreshOutcome outcome, Duration duration) {
            raise();
        }

        private void raise() {
            Sneaky now = thrown;
            if (now != null) {
                now.raise();
            }
        }

        Status users() {
            return takenIn.stream()
                    .reduce((earlier, later) -> later)
                    .map(ScriptedSource::users)
                    .orElse(Status.UNAVAILABLE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSourceThatThrowsIsAFailureOfItsDomainAndOfNoOther(Sneaky thrown) {
        MetricsRefresher refresher = source.simulated().build();
        refresher.refresh();
        refresher.addListener(listener);
        source.beforeUsers = thrown::raise;

        assertThatCode(refresher::refresh).doesNotThrowAnyException();
        assertThat(attempts)
                .containsExactly(
                        "users failure",
                        "revenue success",
                        "automation success",
                        "trading success",
                        "platform success",
                        "system success");
        assertThat(refresher.health("users").up()).isFalse();
        assertThat(refresher.health("users").lastFailure()).isPresent();
        assertThat(refresher.health("revenue").up()).isTrue();
        assertThat(ScriptedSource.users(refresher.snapshot())).isEqualTo(Status.STALE);
        assertThat(ScriptedSource.revenue(refresher.snapshot())).isEqualTo(Status.OK);

        source.beforeUsers = () -> {};
        assertThat(refresher.refresh("users")).isTrue();
        assertThat(refresher.health("users").up()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aClockThatThrowsIsAFailureOfEveryDomain(Sneaky thrown) {
        AtomicBoolean broken = new AtomicBoolean();
        BusinessMetrics metrics = BusinessMetrics.builder(source, ZoneOffset.UTC)
                .clock(() -> broken.get() ? thrown.raise() : ScriptedSource.START)
                .build();
        MetricsRefresher refresher = MetricsRefresher.builder(metrics).build();
        refresher.refresh();
        broken.set(true);

        assertThatCode(refresher::refresh).doesNotThrowAnyException();
        assertThat(refresher.health()).noneMatch(DomainHealth::up);
        broken.set(false);
        refresher.refresh();
        assertThat(refresher.health()).allMatch(DomainHealth::up);
    }

    @ParameterizedTest
    @EnumSource
    void aSourceThatThrowsDoesNotEndTheSchedule(Sneaky thrown) throws InterruptedException {
        source.beforeUsers = thrown::raise;
        try (MetricsRefresher refresher = MetricsRefresher.builder(source.metrics())
                .interval(Duration.ofMillis(1))
                .build()
                .start()) {
            Await.until("users asked ten times", () -> source.usersAsked.get() >= 10);
            Await.until("revenue asked ten times", () -> source.revenueAsked.get() >= 10);
            assertThat(refresher.health("users").up()).isFalse();
            source.beforeUsers = () -> {};
            Await.until("users are well again", () -> refresher.health("users").up());
        }
        Await.untilNoThreadIsLeft();
    }

    @ParameterizedTest
    @EnumSource
    void aListenerThatThrowsHarmsNoOtherAndIsToldAgain(Sneaky thrown) {
        MetricsRefresher refresher = source.simulated().build();
        Throwing throwing = new Throwing();
        refresher.addListener(throwing);
        refresher.addListener(listener);
        throwing.thrown = thrown;

        assertThat(refresher.refresh("users")).isTrue();
        assertThat(attempts).containsExactly("users success");
        assertThat(throwing.users()).isEqualTo(Status.UNAVAILABLE);
        throwing.thrown = null;
        refresher.showAged();
        assertThat(throwing.users()).isEqualTo(Status.OK);
        int takenIn = throwing.takenIn.size();
        refresher.showAged();
        assertThat(throwing.takenIn).as("told once").hasSize(takenIn);
    }

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT) // the stale limit is looked at once a second
    void theStaleLimitHoldsForAListenerThatThrewAtThatMoment(Sneaky thrown) throws InterruptedException {
        Throwing throwing = new Throwing();
        try (MetricsRefresher refresher = source.simulated().scheduledByHost().build()) {
            refresher.addListener(throwing);
            refresher.refresh();
            refresher.start();
            throwing.thrown = thrown;
            source.pass(Duration.ofMinutes(6));
            Await.until("the values are too old", () -> ScriptedSource.users(refresher.snapshot()) == Status.FAILED);
            throwing.thrown = null;
            Await.until("the listener knows it, too", () -> throwing.users() == Status.FAILED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLeaseThatThrowsIsAFailureAndNothingIsShownBeyondItsEnd(Sneaky thrown) {
        AtomicBoolean broken = new AtomicBoolean();
        MetricsRefresher refresher = source.simulated()
                .lease(new RefreshLease() {
                    @Override
                    public boolean tryHold(Duration duration) {
                        return broken.get() ? thrown.<Boolean>raise() : true;
                    }

                    @Override
                    public void release() {
                        thrown.raise();
                    }
                })
                .build();
        refresher.refresh();
        refresher.addListener(listener);
        broken.set(true);
        source.pass(Duration.ofMinutes(1));
        refresher.refresh();

        assertThat(attempts).hasSize(6).allMatch(attempt -> attempt.endsWith(" failure"));
        assertThat(refresher.health()).noneMatch(DomainHealth::up);
        assertThat(ScriptedSource.users(refresher.snapshot())).isEqualTo(Status.STALE);
        source.pass(Duration.ofMinutes(2).plusNanos(1));
        refresher.showAged();
        assertThat(refresher.snapshot().measurements()).isEmpty();
        assertThat(refresher.health())
                .as("the last attempt failed, whatever the lease does")
                .noneMatch(DomainHealth::up);
        assertThatCode(refresher::close).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void aLeaseThatNeverAnswersButThrowsNeverShowsAnything(Sneaky thrown) {
        MetricsRefresher refresher = source.simulated()
                .lease(new RefreshLease() {
                    @Override
                    public boolean tryHold(Duration duration) {
                        return thrown.<Boolean>raise();
                    }

                    @Override
                    public void release() {}
                })
                .build();
        refresher.refresh();
        refresher.showAged();

        assertThat(refresher.snapshot().measurements()).isEmpty();
        assertThat(source.usersAsked).hasValue(0);
        assertThat(refresher.health()).noneMatch(DomainHealth::up);
    }

    @ParameterizedTest
    @EnumSource
    void aCancelThatThrowsDoesNotKeepTheRefresherFromClosing(Sneaky thrown) throws InterruptedException {
        source.onCancel = thrown::raise;
        CountDownLatch hanging = new CountDownLatch(1);
        source.beforeUsers = source.hanging(hanging);
        MetricsRefresher refresher = source.simulated().build().start();
        hanging.await();

        assertThatCode(refresher::close).doesNotThrowAnyException();
        Await.untilNoThreadIsLeft();
    }

    /** A domain of the host's own that misbehaves while it is told to. */
    private static final class Misbehaving implements MetricsDomain {
        String named = "own";

        @Nullable
        Sneaky whenAged;

        @Override
        public String name() {
            return "own";
        }

        @Override
        public List<MetricDefinition> definitions() {
            return List.of();
        }

        @Override
        public DomainMetrics measure(AsOf at, MeasurementRules rules) {
            Sneaky thrown = whenAged;
            return thrown == null
                    ? new DomainMetrics(named, at, List.of())
                    : new DomainMetrics(named, at, List.of()) {
                        @Override
                        public DomainMetrics withFindings(UnaryOperator<Finding<BigDecimal>> change) {
                            return thrown.raise();
                        }
                    };
        }
    }

    @Test
    void aDomainThatReturnsMeasurementsOfAnotherFailsAndTakesNobodysPlace() {
        Misbehaving own = new Misbehaving();
        BusinessMetrics metrics =
                BusinessMetrics.builder(source, ZoneOffset.UTC).domain(own).build();
        MetricsRefresher refresher = MetricsRefresher.builder(metrics).build();
        own.named = "users";
        refresher.refresh();

        assertThat(refresher.health("own").lastFailure())
                .contains("IllegalStateException: the domain 'own' returned measurements of 'users'; build its"
                        + " DomainMetrics with the name of the domain");
        assertThat(ScriptedSource.users(refresher.snapshot())).isEqualTo(Status.OK);
    }

    @ParameterizedTest
    @EnumSource
    void measurementsThatCannotBeMarkedAsStaleAreNotShownAsFresh(Sneaky thrown) {
        Misbehaving own = new Misbehaving();
        own.whenAged = thrown;
        BusinessMetrics metrics =
                BusinessMetrics.builder(source, ZoneOffset.UTC).domain(own).build();
        MetricsRefresher refresher =
                MetricsRefresher.builder(metrics).nanoTime(source.nanos::get).build();
        refresher.refresh();
        assertThat(refresher.snapshot().domain("own")).isPresent();
        source.pass(Duration.ofMinutes(4));
        refresher.showAged();

        assertThat(refresher.snapshot().domain("own")).isEmpty();
        assertThat(ScriptedSource.users(refresher.snapshot())).isEqualTo(Status.STALE);
        assertThat(refresher.refresh("own")).isTrue();
        assertThat(refresher.snapshot().domain("own")).isPresent();
    }

    @Test
    void measurementsThatCannotBeBroughtTogetherAreAFailureOfTheDomainThatCameLast() {
        Instant now = ScriptedSource.START;
        List<Payment> payments = new ArrayList<>();
        BusinessMetrics metrics = BusinessMetrics.builder(
                        InMemoryMetricsDataSource.builder()
                                .accounts(List.of(Account.of("a", now.minus(Duration.ofDays(100)))))
                                .activity(List.of(
                                        new ActivityEvent("a", now.minus(Duration.ofDays(45))),
                                        new ActivityEvent("a", now.minus(Duration.ofDays(5)))))
                                .payments(payments)
                                .build(),
                        ZoneOffset.UTC)
                .clock(() -> now)
                .grossMargin(new BigDecimal(BigInteger.ONE, Integer.MAX_VALUE))
                .build();
        MetricsRefresher refresher =
                MetricsRefresher.builder(metrics).nanoTime(source.nanos::get).build();
        refresher.refresh();
        assertThat(refresher.health()).allMatch(DomainHealth::up);
        refresher.addListener(listener);
        payments.add(
                Payment.of("p", "a", new BigDecimal("19.99"), "EUR", PaymentStatus.SUCCEEDED, now.minusSeconds(9)));
        refresher.refresh();

        assertThat(attempts).contains("users success", "revenue failure", "automation success");
        assertThat(refresher.health("revenue").up()).isFalse();
        assertThat(refresher.health("revenue").lastFailure().orElseThrow()).startsWith("ArithmeticException");
        assertThat(refresher
                        .snapshot()
                        .revenue()
                        .paymentSuccess(Window.LIFETIME)
                        .status())
                .as("as in the last good values")
                .isEqualTo(Status.NO_DATA);
    }
}
