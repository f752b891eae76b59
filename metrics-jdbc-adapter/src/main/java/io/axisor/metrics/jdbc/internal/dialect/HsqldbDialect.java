package io.axisor.metrics.jdbc.internal.dialect;

import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding.Form;
import java.util.Optional;

/**
 * HSQLDB: sums widen; times are told apart by intervals. By default transactions lock, so a snapshot would stop the host's
 * writers.
 */
final class HsqldbDialect extends EpochDialect {

    /** A cast takes a column's collation off, which may fold case. */
    @Override
    public String text(String column, int jdbcType, String typeName) {
        String text = super.text(column, jdbcType, typeName);
        return isText(jdbcType) ? "CAST(" + text + " AS VARCHAR(16777216))" : text;
    }

    @Override
    public String summable(String column, int jdbcType) {
        return column;
    }

    @Override
    Optional<String> earliestTime(Form form) {
        return form == Form.INSTANT ? Optional.of("TIMESTAMP '" + EARLIEST + " 00:00:00+0:00'") : literal(form, "");
    }

    @Override
    Optional<String> microsBetween(String from, String to, Form form) {
        return Optional.of(seconds(from, to) + " * 1000000");
    }

    @Override
    public Optional<String> epochSeconds(String column, Form form) {
        return switch (form) {
            case INSTANT -> Optional.of(whole(seconds("TIMESTAMP '1970-01-01 00:00:00+0:00'", column)));
            case LOCAL -> Optional.of(whole(seconds("TIMESTAMP '1970-01-01 00:00:00'", column)));
            case EPOCH_SECONDS, EPOCH_MILLIS, DATE -> super.epochSeconds(column, form);
        };
    }

    private static String seconds(String from, String to) {
        return "EXTRACT(SECOND FROM (" + to + " - " + from + ") SECOND(12, 6))";
    }

    private static String whole(String seconds) {
        return "CAST(FLOOR(" + seconds + ") AS BIGINT)";
    }

    /** It numbers the rows of a result only. */
    @Override
    public boolean numbersWithinGroups() {
        return false;
    }
}
