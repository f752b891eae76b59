package io.axisor.metrics.jdbc.internal.dialect;

import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding.Form;
import java.util.Optional;

/**
 * Databases whose EXTRACT(EPOCH FROM ...) tells the exact seconds since 1970, of local times as if they were in UTC, and
 * whose whole numbers divide without a rest.
 */
abstract class EpochDialect extends Dialect {

    @Override
    Optional<String> earliestTime(Form form) {
        return literal(form, "+00:00");
    }

    @Override
    Optional<String> microsBetween(String from, String to, Form form) {
        return Optional.of("(" + seconds(to) + " - " + seconds(from) + ") * 1000000");
    }

    @Override
    public Optional<String> epochSeconds(String column, Form form) {
        return switch (form) {
            case EPOCH_SECONDS -> Optional.of("CAST(" + column + " AS BIGINT)");
            case EPOCH_MILLIS -> Optional.of("CAST(FLOOR(CAST(" + column + " AS DECIMAL(31, 3)) / 1000) AS BIGINT)");
            case INSTANT, LOCAL -> Optional.of("CAST(FLOOR(" + seconds(column) + ") AS BIGINT)");
            case DATE -> Optional.empty();
        };
    }

    private static String seconds(String column) {
        return "EXTRACT(EPOCH FROM " + column + ")";
    }
}
