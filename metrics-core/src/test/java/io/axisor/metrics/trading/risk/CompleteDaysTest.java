package io.axisor.metrics.trading.risk;

import static io.axisor.metrics.time.Window.ROLLING_30D;
import static io.axisor.metrics.time.Window.ROLLING_90D;
import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompleteDaysTest {

    /** In Berlin days begin at 23:00Z, from 2026-03-30 on at 22:00Z; where Brazil skipped midnight, the day began at 01:00. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "2026-04-15T09:30:00Z,        Europe/Berlin,     2026-04-14, 2026-03-17, 2026-01-16",
        "2026-04-14T22:00:00Z,        Europe/Berlin,     2026-04-14, 2026-03-16, 2026-01-15",
        "2026-04-14T21:59:59.999999Z, Europe/Berlin,     2026-04-13, 2026-03-16, 2026-01-15",
        "2026-03-10T23:00:00Z,        Europe/Berlin,     2026-03-10, 2026-02-09, 2025-12-11",
        "2026-04-15T00:00:00Z,        UTC,               2026-04-14, 2026-03-16, 2026-01-15",
        "2018-12-04T03:00:00Z,        America/Sao_Paulo, 2018-12-03, 2018-11-04, 2018-09-05"
    })
    void daysThatAreOverAndBeganInTheWindowAreComplete(
            Instant instant, ZoneId zone, LocalDate last, LocalDate firstOf30, LocalDate firstOf90) {
        AsOf at = new AsOf(instant, instant, BusinessCalendar.of(zone));

        assertThat(CompleteDays.last(at)).isEqualTo(last);
        assertThat(CompleteDays.firstOf(ROLLING_30D, at)).isEqualTo(firstOf30);
        assertThat(CompleteDays.firstOf(ROLLING_90D, at)).isEqualTo(firstOf90);
        assertThat(at.calendar().startOf(firstOf30)).isAfterOrEqualTo(at.minusDays(30));
        assertThat(at.calendar().startOf(firstOf30.minusDays(1))).isBefore(at.minusDays(30));
        assertThat(at.calendar().startOf(last.plusDays(1))).isBeforeOrEqualTo(instant);
    }
}
