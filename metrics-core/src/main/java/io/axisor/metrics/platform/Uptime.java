package io.axisor.metrics.platform;

import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * Which share of a window the process has been running.
 *
 * <pre>uptime = time in the window since the process started ÷ the window</pre>
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>started</th><th>uptime of 24 h</th></tr>
 * <tr><td>after the window</td><td>UNDEFINED: this process knows nothing of what was before it</td></tr>
 * <tr><td>6 h before its end</td><td>6 ÷ 24 = 0.25</td></tr>
 * <tr><td>before the window</td><td>1</td></tr>
 * </table>
 */
public final class Uptime {

    private Uptime() {}

    /**
     * The share.
     *
     * @param startedAt when the process started
     * @param window the window, not empty
     * @return a ratio 0..1, without an interval: it is no count; undefined where the process started after the window
     */
    public static Finding<Ratio> of(Instant startedAt, TimeRange window) {
        if (!startedAt.isBefore(window.endExclusive())) {
            return Finding.undefined("the process started at " + startedAt + ", after the window");
        }
        Instant from = startedAt.isAfter(window.from()) ? startedAt : window.from();
        return Ratio.ofAmounts(
                seconds(Duration.between(from, window.endExclusive())),
                seconds(Duration.between(window.from(), window.endExclusive())),
                "the window is empty");
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toSeconds()).add(BigDecimal.valueOf(duration.toNanosPart(), 9));
    }
}
