package io.axisor.metrics.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.MetricsSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What listeners learn, on simulated time. */
@Timeout(60)
class RefreshListenerTest {

    private final ScriptedSource source = new ScriptedSource();
    private final MetricsRefresher refresher = source.simulated().build();
    private final List<String> heard = new ArrayList<>();

    private final RefreshListener listener = new RefreshListener() {
        @Override
        public void shown(MetricsSnapshot snapshot) {
            assertThat(snapshot).isSameAs(refresher.snapshot());
            heard.add("users " + ScriptedSource.users(snapshot) + ", revenue " + ScriptedSource.revenue(snapshot));
        }

        @Override
        public void attempted(String domain, RefreshOutcome outcome, Duration duration) {
            heard.add(domain + " " + outcome.key() + " in " + duration);
        }
    };

    private List<String> heardSinceLastAsked() {
        List<String> news = List.copyOf(heard);
        heard.clear();
        return news;
    }

    @Test
    void aListenerIsToldWhatIsShownWhenItIsAdded() {
        refresher.refresh("users");
        refresher.addListener(listener);

        assertThat(heard).containsExactly("users OK, revenue UNAVAILABLE");
    }

    @Test
    void eachChangeIsHeardOnceAndBeforeTheAttemptThatMadeIt() {
        source.beforeRevenue = () -> source.pass(Duration.ofSeconds(2));
        refresher.addListener(listener);
        assertThat(heardSinceLastAsked()).containsExactly("users UNAVAILABLE, revenue UNAVAILABLE");

        refresher.refresh("users");
        refresher.refresh("revenue");
        assertThat(heardSinceLastAsked())
                .containsExactly(
                        "users OK, revenue UNAVAILABLE",
                        "users success in PT0S",
                        "users OK, revenue OK",
                        "revenue success in PT2S");

        source.beforeUsers = ScriptedSource.failing("out of reach");
        refresher.refresh("users");
        assertThat(heardSinceLastAsked()).containsExactly("users STALE, revenue OK", "users failure in PT0S");
    }

    @Test
    void valuesThatAgeAreHeardOfOnce() {
        refresher.refresh();
        refresher.addListener(listener);
        heard.clear();
        for (int second = 0; second < 400; second++) {
            source.pass(Duration.ofSeconds(1));
            refresher.showAged();
        }

        assertThat(heard).containsExactly("users STALE, revenue STALE", "users FAILED, revenue FAILED");
    }

    @Test
    void aListenerThatThrowsHarmsNeitherOtherListenersNorValues() {
        refresher.addListener(snapshot -> {
            throw new IllegalStateException("a listener's fault");
        });
        refresher.addListener(listener);
        heard.clear();

        assertThat(refresher.refresh("users")).isTrue();
        assertThat(heard).containsExactly("users OK, revenue UNAVAILABLE", "users success in PT0S");
    }

    @Test
    void aListenerThatWasRemovedHearsNothingMore() {
        refresher.addListener(listener);
        refresher.removeListener(listener);
        heard.clear();
        refresher.refresh();

        assertThat(heard).isEmpty();
    }

    @Test
    void aListenerThatRefreshesDoesNotOverlapTheRefreshItHearsOf() {
        List<Boolean> refreshed = new ArrayList<>();
        refresher.addListener(snapshot -> refreshed.add(refresher.refresh("users")));
        refreshed.clear();

        assertThat(refresher.refresh("users")).isTrue();
        assertThat(refreshed).containsExactly(false);
        assertThat(source.mostUsersAtOnce).hasValue(1);
    }

    @Test
    void healthTurnsGoodWhenTheValuesAreShownAndBadAtOnce() {
        List<String> health = new ArrayList<>();
        refresher.addListener(new RefreshListener() {
            @Override
            public void shown(MetricsSnapshot snapshot) {
                DomainHealth users = refresher.health("users");
                health.add(
                        (users.up() ? "up" : "down") + " while values are replaced by " + ScriptedSource.users(snapshot)
                                + ", age " + users.age().orElse(null));
            }

            @Override
            public void attempted(String domain, RefreshOutcome outcome, Duration duration) {
                DomainHealth users = refresher.health("users");
                health.add((users.up() ? "up" : "down") + " afterwards, age "
                        + users.age().orElse(null));
            }
        });
        refresher.refresh("users");
        source.pass(Duration.ofSeconds(7));
        refresher.refresh("users");
        source.beforeUsers = ScriptedSource.failing("out of reach");
        refresher.refresh("users");

        assertThat(health)
                .containsExactly(
                        "down while values are replaced by UNAVAILABLE, age null",
                        "down while values are replaced by OK, age null",
                        "up afterwards, age PT0S",
                        "up while values are replaced by OK, age PT7S",
                        "up afterwards, age PT0S",
                        "down while values are replaced by STALE, age PT0S",
                        "down afterwards, age PT0S");
    }

    @Test
    void aListenerThatAnotherRemovesHearsNothingMore() {
        refresher.addListener(snapshot -> refresher.removeListener(listener));
        refresher.addListener(listener);
        heard.clear();
        refresher.refresh("users");

        assertThat(heard).isEmpty();
    }

    @Test
    void aListenerThatRefreshesLetsTheOthersHearTheLatestOnce() {
        refresher.addListener(snapshot -> refresher.refresh("revenue"));
        refresher.addListener(listener);
        heard.clear();
        refresher.refresh("users");

        assertThat(heard).containsExactly("users OK, revenue OK", "revenue success in PT0S", "users success in PT0S");
    }
}
