package io.axisor.metrics.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.slf4j.event.EventRecordingLogger;
import org.slf4j.event.Level;
import org.slf4j.event.SubstituteLoggingEvent;
import org.slf4j.helpers.SubstituteLogger;

class QuietLogTest {

    private final Exception cause = new IllegalStateException("out of reach");

    private final Queue<SubstituteLoggingEvent> events = new ArrayDeque<>();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final QuietLog log =
            new QuietLog(new EventRecordingLogger(new SubstituteLogger("test", events, true), events), "", nanos::get);

    private long warnings() {
        return events.stream().filter(event -> event.getLevel() == Level.WARN).count();
    }

    @Test
    void aSubjectIsWarnedAboutAtMostOnceAMinute() {
        for (int second = 0; second < 180; second++) {
            log.warn("users", "refresh of 'users' failed", cause);
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        }

        assertThat(warnings()).isEqualTo(3);
        assertThat(events.stream().filter(event -> event.getLevel() == Level.DEBUG))
                .hasSize(180);
    }

    @Test
    void subjectsAreWarnedAboutOnTheirOwn() {
        log.warn("users", "refresh of 'users' failed", cause);
        log.warn("revenue", "refresh of 'revenue' failed", cause);

        assertThat(warnings()).isEqualTo(2);
    }

    @Test
    void aWarningNamesTheCauseAndLeavesItsTraceToDebug() {
        log.warn("users", "refresh of 'users' failed", cause);
        SubstituteLoggingEvent warning = events.remove();
        SubstituteLoggingEvent detail = events.remove();

        assertThat(warning.getLevel()).isEqualTo(Level.WARN);
        assertThat(warning.getArgumentArray())
                .containsExactly("refresh of 'users' failed", "java.lang.IllegalStateException: out of reach");
        assertThat(warning.getThrowable()).isNull();
        assertThat(detail.getLevel()).isEqualTo(Level.DEBUG);
        assertThat(detail.getThrowable())
                .hasMessage(cause.toString())
                .extracting(Throwable::getStackTrace)
                .isEqualTo(cause.getStackTrace());
        assertThat(events).isEmpty();
    }

    @Test
    void everyMessageNamesItsRefresherWhereThatHasAName() {
        QuietLog named = new QuietLog(
                new EventRecordingLogger(new SubstituteLogger("test", events, true), events), "shop: ", nanos::get);
        named.warn("users", "refresh of 'users' failed", cause);

        assertThat(events)
                .hasSize(2)
                .allSatisfy(
                        event -> assertThat(event.getArgumentArray()[0]).isEqualTo("shop: refresh of 'users' failed"));
    }

    @Test
    void theWordsOfADriverAreInNoLog() {
        Exception driver = new IllegalArgumentException("not a number: 'row value'");
        log.warn("users", "refresh of 'users' failed", new IllegalStateException("no answer", driver));
        log.warn("users", "refresh of 'users' failed", new IllegalStateException("no answer", driver));

        assertThat(events).hasSize(3);
        assertThat(events.stream().filter(event -> event.getThrowable() != null))
                .hasSize(2)
                .allSatisfy(event -> {
                    StringWriter printed = new StringWriter();
                    event.getThrowable().printStackTrace(new PrintWriter(printed));
                    assertThat(printed.toString())
                            .contains("java.lang.IllegalStateException: no answer")
                            .contains(": java.lang.IllegalArgumentException\n\tat "
                                    + getClass().getName())
                            .doesNotContain("row value");
                });
    }

    @Test
    void causesThatFormACircleAreLoggedOnce() {
        Exception outer = new IllegalStateException("no answer");
        Exception inner = new IllegalArgumentException("row value", outer);
        outer.initCause(inner);
        log.warn("users", "refresh of 'users' failed", outer);
        events.remove();
        Throwable logged = events.remove().getThrowable();

        assertThat(logged).hasMessage(outer.toString());
        assertThat(logged.getCause()).hasMessage(IllegalArgumentException.class.getName());
        assertThat(logged.getCause().getCause()).isNull();
    }
}
