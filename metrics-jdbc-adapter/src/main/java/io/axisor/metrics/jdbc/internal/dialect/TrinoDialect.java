package io.axisor.metrics.jdbc.internal.dialect;

import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding.Form;
import java.sql.Types;
import java.util.Optional;

/**
 * Trino: its driver takes an Instant for an instant, sums of BIGINT overflow, and it tells differences of times in
 * milliseconds at the finest.
 */
final class TrinoDialect extends Dialect {

    @Override
    public TimeBinding times() {
        return JavaTimes.BY_INSTANT;
    }

    @Override
    Optional<String> earliestTime(Form form) {
        return form == Form.INSTANT ? Optional.of("TIMESTAMP '" + EARLIEST + " 00:00:00 UTC'") : literal(form, "");
    }

    /** Through text, which has the fewest digits that tell a number of single precision from its neighbours. */
    @Override
    public String finite(String column, int jdbcType) {
        return jdbcType == Types.REAL
                ? super.finite("CAST(CAST(" + column + " AS VARCHAR) AS DOUBLE)", Types.DOUBLE)
                : super.finite(column, jdbcType);
    }

    /** RTRIM of a CHAR is a CHAR again, whose blanks come back. */
    @Override
    public String text(String column, int jdbcType, String typeName) {
        return jdbcType == Types.CHAR ? "RTRIM(CAST(" + column + " AS VARCHAR))" : column;
    }

    @Override
    Optional<String> microsBetween(String from, String to, Form form) {
        return Optional.of(
                form == Form.DATE
                        ? "DATE_DIFF('second', " + from + ", " + to + ") * 1000000"
                        : "(" + microsSince1970(to, form) + " - " + microsSince1970(from, form) + ")");
    }

    /** The fraction is told of the time moved into the first second of 1970: of times of today a double keeps no microsecond. */
    private static String microsSince1970(String column, Form form) {
        String seconds = wholeSeconds(column, form);
        String fraction = "DATE_ADD('second', -" + seconds + ", " + column + ")";
        String zoned = form == Form.LOCAL ? "WITH_TIMEZONE(" + fraction + ", 'UTC')" : fraction;
        return "(" + seconds + " * 1000000 + CAST(ROUND(TO_UNIXTIME(" + zoned + ") * 1E6) AS BIGINT))";
    }

    @Override
    public Optional<String> epochSeconds(String column, Form form) {
        return switch (form) {
            case EPOCH_SECONDS -> Optional.of("CAST(" + column + " AS BIGINT)");
            case EPOCH_MILLIS -> Optional.of("CAST(FLOOR(CAST(" + column + " AS DECIMAL(31, 3)) / 1000) AS BIGINT)");
            case INSTANT, LOCAL -> Optional.of(wholeSeconds(column, form));
            case DATE -> Optional.empty();
        };
    }

    /** DATE_DIFF cuts towards 1970, hence the DATE_TRUNC. */
    private static String wholeSeconds(String column, Form form) {
        String epoch = form == Form.LOCAL ? "1970-01-01 00:00:00" : "1970-01-01 00:00:00 UTC";
        return "DATE_DIFF('second', TIMESTAMP '" + epoch + "', DATE_TRUNC('second', " + column + "))";
    }

    @Override
    public String limitAtEnd(int rows) {
        return " LIMIT " + rows;
    }
}
