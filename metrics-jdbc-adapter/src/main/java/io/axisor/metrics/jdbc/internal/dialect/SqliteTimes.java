package io.axisor.metrics.jdbc.internal.dialect;

import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding.Form;

/**
 * Times as applications write them into SQLite, whose columns take all: text with a blank or a T between date and time, with
 * an offset behind it or without, or counters. What a column's form does not allow is NULL, and so an issue of its row.
 */
final class SqliteTimes {

    private static final String DATE = "[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]";
    private static final String TIME = "[ T][0-2][0-9]:[0-5][0-9]*";

    private SqliteTimes() {}

    /** The name of the form that a row has, or of its type; NULL for counters that stand for none. */
    static String storedForm(String column) {
        return "CASE WHEN TYPEOF(" + column + ") <> 'text' THEN CASE WHEN TYPEOF(" + column
                + ") NOT IN ('integer', 'real') THEN TYPEOF("
                + column + ") WHEN " + column + " <= 0 THEN NULL WHEN " + column + " < 100000000000 THEN '"
                + Form.EPOCH_SECONDS + "' ELSE '"
                + Form.EPOCH_MILLIS + "' END WHEN " + column + " GLOB '" + DATE + "' THEN '" + Form.DATE + "' WHEN "
                + column + " NOT GLOB '" + DATE + TIME + "' THEN 'text' WHEN " + isZoned(column) + " THEN '"
                + Form.INSTANT
                + "' ELSE '" + Form.LOCAL + "' END";
    }

    /** A time of a form as text that sorts by time, or as a counter. */
    static String time(String column, Form form, String earliestCounter) {
        return switch (form) {
            case EPOCH_SECONDS, EPOCH_MILLIS ->
                "CASE WHEN TYPEOF(" + column + ") IN ('integer', 'real') AND " + column + " >= " + earliestCounter
                        + Dialect.isSet(column, form) + " THEN " + column + " END";
            case DATE -> "CASE WHEN " + isDated(column, "*") + " THEN SUBSTR(" + column + ", 1, 10) END";
            case LOCAL ->
                "CASE WHEN " + isDated(column, TIME) + " AND NOT " + isZoned(column) + " THEN CASE LENGTH(" + column
                        + ") WHEN 16 THEN SUBSTR(" + column + ", 1, 10) || ' ' || SUBSTR(" + column
                        + ", 12) || ':00' ELSE REPLACE(" + column + ", 'T', ' ') END WHEN " + isDated(column, "")
                        + " THEN " + column + " || ' 00:00:00' END";
            case INSTANT ->
                "CASE WHEN " + isDated(column, TIME) + " AND " + isZoned(column)
                        + " THEN STRFTIME('%Y-%m-%d %H:%M:%S', REPLACE(SUBSTR(" + column
                        + ", 1, 16), 'T', ' ') || CASE SUBSTR("
                        + column + ", 17, 1) WHEN ':' THEN SUBSTR(" + column + ", 17, 3) ELSE ':00' END || "
                        + offset(column)
                        + ") || " + fraction(column) + " END";
        };
    }

    /** Text that begins with a day on or after the earliest, none of zeros, and goes on by a pattern. */
    private static String isDated(String column, String pattern) {
        return column + " GLOB '" + DATE + pattern + "' AND SUBSTR(" + column + ", 6, 2) > '00' AND SUBSTR(" + column
                + ", 9, 2) > '00' AND " + column + " >= '" + Dialect.EARLIEST + "'";
    }

    /** Of a date and a time. */
    private static String isZoned(String column) {
        return "(SUBSTR(" + column + ", -1) = 'Z' OR SUBSTR(" + column + ", -6, 1) IN ('+', '-'))";
    }

    private static String offset(String column) {
        return "CASE SUBSTR(" + column + ", -1) WHEN 'Z' THEN 'Z' ELSE SUBSTR(" + column + ", -6) END";
    }

    /** Of the second, without the offset behind it. */
    private static String fraction(String column) {
        return "CASE SUBSTR(" + column + ", 20, 1) WHEN '.' THEN RTRIM(SUBSTR(" + column + ", 20, LENGTH(" + column
                + ") - 19 - CASE SUBSTR(" + column + ", -1) WHEN 'Z' THEN 1 ELSE 6 END)) ELSE '' END";
    }
}
