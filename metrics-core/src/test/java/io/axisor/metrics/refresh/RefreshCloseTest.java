package io.axisor.metrics.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.value.Status;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RefreshCloseTest {

    private final ScriptedSource source = new ScriptedSource();

    private MetricsRefresher every(Duration interval) {
        return MetricsRefresher.builder(source.metrics()).interval(interval).build();
    }

    @Test
    void noThreadIsLeft() throws InterruptedException {
        MetricsRefresher refresher = every(Duration.ofMillis(1)).start();
        Await.until("five refreshes", () -> source.usersAsked.get() >= 5);
        assertThat(Await.refresherThreads()).isNotEmpty();
        refresher.close();

        Await.untilNoThreadIsLeft();
    }

    @Test
    void noThreadIsLeftOfARefreshThatHangs() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(1);
        source.beforeUsers = ScriptedSource.hanging(hanging);
        MetricsRefresher refresher = every(Duration.ofMillis(1)).start();
        hanging.await();
        refresher.close();

        Await.untilNoThreadIsLeft();
        assertThat(refresher.snapshot().measurements()).isEmpty();
    }

    @Test
    void theLastSnapshotStaysReadable() throws InterruptedException {
        MetricsRefresher refresher = every(Duration.ofHours(1)).start();
        Await.until("users are shown", () -> ScriptedSource.users(refresher.snapshot()) == Status.OK);
        MetricsSnapshot last = refresher.snapshot();
        refresher.close();

        assertThat(refresher.snapshot()).isNotNull();
        assertThat(ScriptedSource.users(refresher.snapshot())).isEqualTo(Status.OK);
        assertThat(ScriptedSource.users(last)).isEqualTo(Status.OK);
    }

    @Test
    void aRefreshAfterCloseAsksNothingAndChangesNothing() {
        MetricsRefresher refresher = every(Duration.ofHours(1));
        refresher.refresh("users");
        MetricsSnapshot last = refresher.snapshot();
        refresher.close();

        assertThat(refresher.refresh("users")).isFalse();
        assertThat(refresher.refresh()).isSameAs(last);
        assertThat(source.usersAsked).hasValue(1);
        assertThat(source.revenueAsked).hasValue(0);
    }

    @Test
    void aClosedRefresherDoesNotStartAgain() throws InterruptedException {
        MetricsRefresher refresher = every(Duration.ofHours(1));
        refresher.close();

        assertThatIllegalStateException().isThrownBy(refresher::start).withMessageContaining("build another one");
        Await.untilNoThreadIsLeft();
    }

    @Test
    void aSecondCloseDoesNothing() {
        AtomicInteger released = new AtomicInteger();
        MetricsRefresher refresher = MetricsRefresher.builder(source.metrics())
                .lease(new RefreshLease() {
                    @Override
                    public boolean tryHold(Duration duration) {
                        return true;
                    }

                    @Override
                    public void release() {
                        released.incrementAndGet();
                    }
                })
                .build()
                .start();
        refresher.close();
        refresher.close();

        assertThat(released).hasValue(1);
    }

    @Test
    void listenersHearNothingAfterClose() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(1);
        AtomicInteger heard = new AtomicInteger();
        source.beforeUsers = ScriptedSource.hanging(hanging);
        MetricsRefresher refresher = MetricsRefresher.builder(source.metrics())
                .interval("revenue", Duration.ofHours(1))
                .patience(Duration.ofHours(1))
                .build();
        Thread host = new Thread(() -> refresher.refresh("users"));
        host.start();
        hanging.await();
        refresher.addListener(snapshot -> heard.incrementAndGet());
        refresher.close();
        host.interrupt();
        host.join();

        assertThat(heard).as("when it was added").hasValue(1);
    }
}
