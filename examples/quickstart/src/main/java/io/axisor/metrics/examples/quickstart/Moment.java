package io.axisor.metrics.examples.quickstart;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * When it is, for a run.
 *
 * @param clock tells the present
 * @param asOf the instant that is measured; empty for the present one
 * @param startedAt when the process started; empty for when it really did
 */
record Moment(InstantSource clock, Optional<Instant> asOf, Optional<Instant> startedAt) {

    /** The present, as it goes on. */
    static final Moment NOW = new Moment(InstantSource.system(), Optional.empty(), Optional.empty());

    /** An instant, looked at from today. */
    static Moment past(Instant instant) {
        return new Moment(InstantSource.system(), Optional.of(instant), Optional.empty());
    }

    /**
     * A present that stands still.
     *
     * @param instant the instant
     * @param startsNow whether the process starts then, too, so that nothing depends on when it really did
     */
    static Moment madeUp(Instant instant, boolean startsNow) {
        Optional<Instant> startedAt = startsNow ? Optional.of(instant) : Optional.empty();
        return new Moment(InstantSource.fixed(instant), Optional.empty(), startedAt);
    }
}
