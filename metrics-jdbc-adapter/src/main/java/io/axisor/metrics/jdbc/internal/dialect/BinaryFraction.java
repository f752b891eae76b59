package io.axisor.metrics.jdbc.internal.dialect;

import java.math.BigDecimal;
import java.util.List;

/**
 * Columns of binary fractions in PostgreSQL, where a cast to DECIMAL writes each value out and reads it again: ten times as
 * long as all else that a row takes. So they are compared as they are, and nearly all are added up as whole numbers.
 */
final class BinaryFraction {

    private static final BigDecimal HUNDRED_MILLIONTH = new BigDecimal("1E-8");

    private BinaryFraction() {}

    /** What is finite, to be compared; what the decimal would round to 0 is 0. */
    static String finite(String column) {
        return "CASE WHEN " + isWithin(column, "5E-11") + " THEN 0 WHEN " + isWithin(column, "1E20") + " THEN " + column
                + " END";
    }

    /** What is finite as the decimal with the fewest digits that is read as it; without the text, PostgreSQL keeps 6 or 15. */
    static String decimal(String finite) {
        return "CAST(CAST(" + finite + " AS TEXT) AS DECIMAL(31, 10))";
    }

    /** Hundred millionths of what is written as a whole number of them, and decimals of the rest. */
    static List<Addend> addends(String column) {
        String rounded = "ROUND(" + column + " * 1E8)";
        // Up to here 15 digits tell every number of them, and only the nearest fraction is what division gives back.
        String isOfHundredMillionths = isWithin(column, "1E7") + " AND " + rounded + " / 1E8 = " + column;
        String isWhole = isWithin(column, "9E10") + " AND FLOOR(" + column + ") = " + column;
        String hundredMillionths = "CASE WHEN " + isOfHundredMillionths + " THEN CAST(" + rounded + " AS BIGINT) WHEN "
                + isWhole + " THEN CAST(" + column + " AS BIGINT) * 100000000 END";
        String rest = "CASE WHEN " + isOfHundredMillionths + " OR " + isWhole + " THEN NULL ELSE "
                + decimal(finite(column)) + " END";
        return List.of(new Addend(hundredMillionths, HUNDRED_MILLIONTH), new Addend(rest, BigDecimal.ONE));
    }

    private static String isWithin(String column, String limit) {
        return column + " > -" + limit + " AND " + column + " < " + limit;
    }
}
