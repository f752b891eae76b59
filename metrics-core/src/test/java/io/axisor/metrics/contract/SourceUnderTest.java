package io.axisor.metrics.contract;

import io.axisor.metrics.source.MetricsDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The source whose contract is tested, and the clock and the calendar that it is tested at. */
public interface SourceUnderTest {

    /** When everything is computed, wherever the instant {@code t} lies: a Wednesday, two weeks after clocks changed. */
    Instant NOW = Instant.parse("2026-04-15T09:30:00Z");

    /** The business zone, in which 2026-04-15 begins at 22:00Z of the day before. */
    ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /**
     * A source with the rows of a company and nothing else. Called several times by one test; what was loaded before is
     * no longer asked for.
     *
     * @param company rows and mapping
     * @return the source
     * @throws Exception whatever the store throws; it fails the test
     */
    MetricsDataSource load(Company company) throws Exception;

    /**
     * The smallest difference of two timestamps that the store keeps. The tests put facts this close to the bounds of
     * windows.
     *
     * @return by default a microsecond, at most a second
     */
    default Duration tick() {
        return Duration.of(1, ChronoUnit.MICROS);
    }

    /**
     * How many decimals the store keeps of quantities that have no currency, and so no minor units.
     *
     * @return by default three, at least 0
     */
    default int decimalsOfQuantities() {
        return 3;
    }

    /**
     * The last instant before another that the store can hold.
     *
     * @param instant the instant
     * @return one tick before
     */
    default Instant justBefore(Instant instant) {
        return instant.minus(tick());
    }

    /**
     * The first instant after another that the store can hold.
     *
     * @param instant the instant
     * @return one tick after
     */
    default Instant justAfter(Instant instant) {
        return instant.plus(tick());
    }

    /**
     * An instant before {@link #NOW}.
     *
     * @param days how many times 24 hours before
     * @return the instant
     */
    default Instant daysAgo(long days) {
        return NOW.minus(Duration.ofDays(days));
    }

    /**
     * Measures a company now.
     *
     * @param company rows and mapping
     * @return what the source under test makes of it
     */
    default Measured now(Company.Builder company) {
        return at(NOW, company);
    }

    /**
     * Measures a company.
     *
     * @param instant the instant {@code t}
     * @param company rows and mapping
     * @return what the source under test makes of it
     */
    default Measured at(Instant instant, Company.Builder company) {
        return Measured.of(loaded(company.build()), instant);
    }

    /**
     * Loads a company.
     *
     * @param company rows and mapping
     * @return the source under test
     * @throws AssertionError if it cannot be loaded
     */
    default MetricsDataSource loaded(Company company) {
        try {
            return load(company);
        } catch (Exception e) {
            throw new AssertionError("the source under test could not load " + company, e);
        }
    }
}
