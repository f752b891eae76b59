package io.axisor.metrics.jdbc.internal.dialect;

import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding.Form;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * SQLite: any column holds anything, times are what the application wrote, decimals are binary fractions, and a sum beyond
 * 64 bits is an error.
 */
final class SqliteDialect extends Dialect {

    private static final BigDecimal THOUSAND_MILLION = BigDecimal.valueOf(1_000_000_000);

    @Override
    public String computedOnceInOneThread() {
        return " LIMIT -1";
    }

    @Override
    public TimeBinding times() {
        return TextTimes.INSTANCE;
    }

    /** It stores flags as numbers, which its driver tells. Of an expression it tells nothing, for which the driver says NUMERIC. */
    @Override
    public int jdbcType(int reported, String typeName) {
        String upper = typeName.toUpperCase(Locale.ROOT);
        if (upper.isEmpty() || upper.equals("NUMERIC")) {
            return Types.NULL;
        }
        return upper.startsWith("BOOL") ? Types.BOOLEAN : reported;
    }

    /** A flag may have been written as a word. */
    @Override
    public String operand(String column, String typeName) {
        return typeName.toUpperCase(Locale.ROOT).startsWith("BOOL")
                ? "CASE WHEN TYPEOF(" + column + ") <> 'text' THEN " + column + " WHEN LOWER(" + column
                        + ") IN ('true', 't', 'yes', 'y', 'on') THEN 1 WHEN LOWER(" + column
                        + ") IN ('false', 'f', 'no', 'n', 'off') THEN 0 END"
                : column;
    }

    /** Byte by byte, where a column's collation folds case; what has no type as the text that it shows. */
    @Override
    public String text(String column, int jdbcType, String typeName) {
        if (jdbcType == Types.NULL) {
            return "(CAST(" + column + " AS TEXT) COLLATE BINARY)";
        }
        return isText(jdbcType) ? "(" + column + " COLLATE BINARY)" : column;
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

    /** Whatever the column's type. */
    @Override
    public boolean mayStore(Form form) {
        return true;
    }

    @Override
    public Optional<String> storedForm(String column) {
        return Optional.of(SqliteTimes.storedForm(column));
    }

    @Override
    public boolean normalizesTimes(Form form) {
        return form == Form.INSTANT || form == Form.LOCAL || form == Form.DATE;
    }

    /** Text sorts behind all numbers. */
    @Override
    public Optional<String> latest(Form form) {
        return normalizesTimes(form) ? Optional.empty() : Optional.of("''");
    }

    @Override
    public String time(String column, Form form) {
        return SqliteTimes.time(column, form, earliest(form).orElse(""));
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

    /** What is no number in a column of numbers is NULL, and so is what is infinite. */
    @Override
    public String finite(String column, int jdbcType) {
        return "CASE TYPEOF(" + column + ") WHEN 'integer' THEN " + column + " WHEN 'real' THEN "
                + within(column, "1E300", column) + " END";
    }

    /**
     * As text of three sums: thousand millions and what is left of them, which stay within 64 bits, and fractions, which are
     * added up as such.
     */
    @Override
    public String sum(String summable) {
        String whole = "CASE WHEN TYPEOF(" + summable + ") = 'integer' THEN " + summable;
        String sums = Stream.of(
                        whole + " / " + THOUSAND_MILLION + " END",
                        whole + " % " + THOUSAND_MILLION + " END",
                        "CASE WHEN TYPEOF(" + summable + ") = 'real' THEN " + summable + " END")
                .map(part -> "COALESCE(SUM(" + part + "), 0)")
                .collect(Collectors.joining(" || ' ' || "));
        return "CASE WHEN COUNT(" + summable + ") > 0 THEN " + sums + " END";
    }

    @Override
    public @Nullable BigDecimal readSum(ResultSet row, int index) throws SQLException {
        String sums = row.getString(index);
        if (sums == null) {
            return null;
        }
        String[] parts = sums.split(" ", -1);
        return new BigDecimal(parts[0])
                .multiply(THOUSAND_MILLION)
                .add(new BigDecimal(parts[1]))
                .add(new BigDecimal(parts[2]));
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
            case EPOCH_SECONDS -> Optional.of("CAST(" + column + " AS INTEGER)");
            case EPOCH_MILLIS -> Optional.of("CAST(" + column + " / 1000 AS INTEGER)");
            case INSTANT, LOCAL -> Optional.of(wholeSeconds(column));
            case DATE -> Optional.empty();
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

    /** Only a column that is the number of its row. */
    @Override
    public boolean primaryKeysAreNeverNull(String typeName) {
        return typeName.equalsIgnoreCase("INTEGER");
    }

    @Override
    public String limitAtEnd(int rows) {
        return " LIMIT " + rows;
    }
}
