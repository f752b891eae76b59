package io.axisor.metrics.jdbc;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** How a company's tables store instants and amounts. */
@SuppressWarnings("ImmutableEnumChecker") // kinds of time are immutable, only not annotated so
enum StoredAs {
    INSTANTS_AND_MAJOR_UNITS(TimeKind.instant(), ChronoUnit.MICROS, false),
    LOCAL_TIMES_AND_MINOR_UNITS(TimeKind.localIn(ZoneId.of("Asia/Kolkata")), ChronoUnit.MICROS, true),
    MILLISECONDS_AND_MAJOR_UNITS(TimeKind.epochMillis(), ChronoUnit.MILLIS, false),
    SECONDS_AND_MINOR_UNITS(TimeKind.epochSeconds(), ChronoUnit.SECONDS, true);

    final TimeKind kind;
    final Duration tick;
    final boolean minorUnits;

    StoredAs(TimeKind kind, ChronoUnit tick, boolean minorUnits) {
        this.kind = kind;
        this.tick = Duration.of(1, tick);
        this.minorUnits = minorUnits;
    }

    String timeType(Engine engine) {
        return switch (this) {
            case INSTANTS_AND_MAJOR_UNITS -> engine.instantType();
            case LOCAL_TIMES_AND_MINOR_UNITS -> engine.localType();
            case MILLISECONDS_AND_MAJOR_UNITS, SECONDS_AND_MINOR_UNITS -> "BIGINT";
        };
    }

    Object time(Instant instant) {
        return instant == null
                ? null
                : switch (this) {
                    case INSTANTS_AND_MAJOR_UNITS -> instant.atOffset(ZoneOffset.UTC);
                    case LOCAL_TIMES_AND_MINOR_UNITS ->
                        instant.atZone(ZoneId.of("Asia/Kolkata")).toLocalDateTime();
                    case MILLISECONDS_AND_MAJOR_UNITS -> instant.toEpochMilli();
                    case SECONDS_AND_MINOR_UNITS -> instant.getEpochSecond();
                };
    }

    Object amount(BigDecimal amount, int digits) {
        if (amount == null || !minorUnits) {
            return amount;
        }
        return amount.movePointRight(digits);
    }
}
