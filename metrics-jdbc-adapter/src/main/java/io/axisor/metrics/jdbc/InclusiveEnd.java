package io.axisor.metrics.jdbc;

import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Whether a stored end is the last moment that still belongs, and of which unit. */
public enum InclusiveEnd {
    /** The stored value is the end: the first moment that no longer belongs. */
    NONE(Optional.empty()),
    /** The last day, such as a DATE or a midnight: the end is a day later, in the zone of the column. */
    DAY(Optional.of(ChronoUnit.DAYS)),
    /** The last second, such as {@code 23:59:59}. */
    SECOND(Optional.of(ChronoUnit.SECONDS)),
    /** The last millisecond, such as {@code 23:59:59.999}. */
    MILLISECOND(Optional.of(ChronoUnit.MILLIS)),
    /** The last microsecond, such as {@code 23:59:59.999999}. */
    MICROSECOND(Optional.of(ChronoUnit.MICROS));

    private final Optional<ChronoUnit> unit;

    InclusiveEnd(Optional<ChronoUnit> unit) {
        this.unit = unit;
    }

    Optional<ChronoUnit> unit() {
        return unit;
    }
}
