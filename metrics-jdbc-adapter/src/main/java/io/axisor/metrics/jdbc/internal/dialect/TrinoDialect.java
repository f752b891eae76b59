package io.axisor.metrics.jdbc.internal.dialect;

import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding.Form;
import java.util.Optional;

/** Trino: its driver takes an Instant for an instant, and sums of BIGINT overflow. */
final class TrinoDialect extends Dialect {

    @Override
    public TimeBinding times() {
        return JavaTimes.BY_INSTANT;
    }

    @Override
    Optional<String> microsBetween(String from, String to, Form form) {
        return Optional.of("DATE_DIFF('microsecond', " + from + ", " + to + ")");
    }

    @Override
    public Optional<String> epochSeconds(String column, Form form) {
        return switch (form) {
            case EPOCH_SECONDS -> Optional.of("CAST(" + column + " AS BIGINT)");
            case EPOCH_MILLIS -> Optional.of("CAST(FLOOR(CAST(" + column + " AS DECIMAL(31, 3)) / 1000) AS BIGINT)");
            case INSTANT -> Optional.of("CAST(FLOOR(TO_UNIXTIME(" + column + ")) AS BIGINT)");
            case LOCAL ->
                Optional.of(
                        "DATE_DIFF('second', TIMESTAMP '1970-01-01 00:00:00', DATE_TRUNC('second', " + column + "))");
            case DATE -> Optional.empty();
        };
    }
}
