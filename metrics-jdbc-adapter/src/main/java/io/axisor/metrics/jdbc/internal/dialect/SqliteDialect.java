package io.axisor.metrics.jdbc.internal.dialect;

import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding.Form;
import java.sql.Types;
import java.util.Locale;
import java.util.Optional;

/**
 * SQLite: any column holds anything, times are what the application wrote, decimals are binary fractions, and a sum beyond
 * 64 bits is an error.
 */
final class SqliteDialect extends Dialect {

    @Override
    public TimeBinding times() {
        return TextTimes.INSTANCE;
    }

    /** It stores flags as numbers, which its driver tells. */
    @Override
    public int jdbcType(int reported, String typeName) {
        return typeName.toUpperCase(Locale.ROOT).startsWith("BOOL") ? Types.BOOLEAN : reported;
    }

    /** As SQLite's own functions write them: a date, or a date and a time with a blank between. */
    @Override
    public Optional<Form> timeForm(int jdbcType, String typeName) {
        String upper = typeName.toUpperCase(Locale.ROOT);
        if (upper.startsWith("TIMESTAMP") || upper.startsWith("DATETIME")) {
            return Optional.of(Form.LOCAL);
        }
        return upper.equals("DATE") ? Optional.of(Form.DATE) : Optional.empty();
    }

    @Override
    public Optional<String> whyNotSummable(int jdbcType, String typeName) {
        boolean isFraction = switch (jdbcType) {
            case Types.FLOAT, Types.REAL, Types.DOUBLE, Types.NUMERIC, Types.DECIMAL -> true;
            default -> false;
        };
        return isFraction
                ? Optional.of(
                        "SQLite adds " + typeName + " up as binary fractions, which loses cents; store minor units as"
                                + " INTEGER, or map a select with CAST(ROUND(... * 100) AS INTEGER),"
                                + " and say .minorUnits()")
                : Optional.empty();
    }

    /** What is no number in a column of numbers is NULL. */
    @Override
    public String finite(String column, int jdbcType) {
        return "CASE WHEN TYPEOF(" + column + ") IN ('integer', 'real') THEN " + column + " END";
    }

    @Override
    public String summable(String column, int jdbcType) {
        return column;
    }

    @Override
    String wide(String column) {
        return column;
    }

    @Override
    Optional<String> microsBetween(String from, String to, Form form) {
        return Optional.of("(" + microsSince1970(to) + " - " + microsSince1970(from) + ")");
    }

    @Override
    public Optional<String> epochSeconds(String column, Form form) {
        return switch (form) {
            case EPOCH_SECONDS -> Optional.of(column);
            case EPOCH_MILLIS -> Optional.of(column + " / 1000");
            case LOCAL -> Optional.of(wholeSeconds(column));
            case INSTANT, DATE -> Optional.empty();
        };
    }

    /** Without the fraction, which SQLite would round to milliseconds. */
    private static String wholeSeconds(String column) {
        return "CAST(STRFTIME('%s', SUBSTR(" + column + ", 1, 19)) AS INTEGER)";
    }

    private static String microsSince1970(String column) {
        return "(" + wholeSeconds(column) + " * 1000000 + CAST(SUBSTR(SUBSTR(" + column
                + ", 21) || '000000', 1, 6) AS INTEGER))";
    }

    @Override
    public String limitAtEnd(int rows) {
        return " LIMIT " + rows;
    }
}
