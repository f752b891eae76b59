package io.axisor.metrics.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            ROLLING_5M,     5m,             5m,             PT5M,    true
            ROLLING_24H,    24h,            24h,            PT24H,   true
            ROLLING_7D,     7d,             7d,             PT168H,  true
            ROLLING_30D,    30d,            30d,            PT720H,  true
            ROLLING_90D,    90d,            90d,            PT2160H, true
            ROLLING_365D,   365d,           365d,           PT8760H, true
            TODAY,          today,          today,          ,        false
            THIS_WEEK,      this_week,      this.week,      ,        false
            THIS_MONTH,     this_month,     this.month,     ,        false
            LAST_MONTH,     last_month,     last.month,     ,        true
            PREVIOUS_MONTH, previous_month, previous.month, ,        true
            LIFETIME,       lifetime,       lifetime,       ,        true
            """)
    void aWindowHasItsNamesLengthAndCompleteness(
            Window window, String key, String segments, Duration length, boolean complete) {
        assertThat(window.key()).isEqualTo(key);
        assertThat(window.segments()).isEqualTo(segments);
        assertThat(window.length().orElse(null)).isEqualTo(length);
        assertThat(window.isComplete()).isEqualTo(complete);
    }

    @Test
    void noWindowIsMissingAbove() {
        assertThat(Window.values()).hasSize(12);
    }
}
