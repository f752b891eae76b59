package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.SourceUnderTest.NOW;
import static io.axisor.metrics.contract.SourceUnderTest.ZONE;

import io.axisor.metrics.time.AsOf;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Timestamps of half a year, every second one at a bound of some window or a tick off it; a few lie in the future. */
final class RandomTimes {

    private static final List<Instant> BOUNDS = bounds();

    private final Random random;
    private final Duration tick;

    RandomTimes(Random random, Duration tick) {
        this.random = random;
        this.tick = tick;
    }

    private static List<Instant> bounds() {
        List<Instant> bounds = new ArrayList<>();
        for (Instant instant : RandomCompany.INSTANTS) {
            Stream.of(0, 1, 2, 7, 29, 30, 60, 90)
                    .map(days -> instant.minus(Duration.ofDays(days)))
                    .forEach(bounds::add);
            LocalDate today = instant.atZone(ZONE).toLocalDate();
            LocalDate month = today.withDayOfMonth(1);
            Stream.of(
                            today,
                            today.minusDays(today.getDayOfWeek().getValue() - 1L),
                            month,
                            month.minusMonths(1),
                            month.minusMonths(2))
                    .map(date -> date.atStartOfDay(ZONE).toInstant())
                    .forEach(bounds::add);
        }
        return bounds;
    }

    /** Any timestamp. */
    Instant any() {
        int roll = random.nextInt(100);
        if (roll < 50) {
            return near(BOUNDS.get(random.nextInt(BOUNDS.size())));
        }
        if (roll < 96) {
            return before(NOW);
        }
        return roll < 99 ? near(NOW.plus(AsOf.CLOCK_TOLERANCE)) : NOW.plusSeconds(random.nextInt(20 * 86_400));
    }

    /** Any timestamp, or none. */
    @Nullable
    Instant maybeAny(int percentNull) {
        return random.nextInt(100) < percentNull ? null : any();
    }

    /** A tick before an instant, at it, or a tick after it. */
    Instant near(Instant instant) {
        return instant.plus(tick.multipliedBy(random.nextInt(3) - 1L));
    }

    /** A timestamp of the half year before an instant. */
    Instant before(Instant instant) {
        return instant.minusSeconds(random.nextInt(180 * 86_400));
    }

    /** An instant after another: by a tick or by two weeks, each order of magnitude as likely. */
    Instant after(Instant instant) {
        int magnitudes = 64 - Long.numberOfLeadingZeros(Duration.ofDays(14).dividedBy(tick));
        long ticks = 1L << random.nextInt(magnitudes);
        return instant.plus(tick.multipliedBy(ticks + random.nextLong(ticks)));
    }
}
