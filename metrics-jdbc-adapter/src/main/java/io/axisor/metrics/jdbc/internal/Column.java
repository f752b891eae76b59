package io.axisor.metrics.jdbc.internal;

import java.sql.Types;
import java.util.Locale;

/**
 * A column as the database describes it.
 *
 * @param name its stored name
 * @param jdbcType its type, of {@link Types}
 * @param typeName its type as the database calls it
 * @param nullable whether it may be null, as far as is known
 */
record Column(String name, int jdbcType, String typeName, boolean nullable) {

    boolean isWholeNumber() {
        return switch (jdbcType) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> true;
            default -> false;
        };
    }

    boolean isNumber() {
        return isWholeNumber()
                || switch (jdbcType) {
                    case Types.FLOAT, Types.REAL, Types.DOUBLE, Types.NUMERIC, Types.DECIMAL -> true;
                    default -> false;
                };
    }

    boolean isBoolean() {
        return jdbcType == Types.BOOLEAN || jdbcType == Types.BIT;
    }

    boolean isText() {
        return switch (jdbcType) {
            case Types.CHAR,
                    Types.VARCHAR,
                    Types.LONGVARCHAR,
                    Types.NCHAR,
                    Types.NVARCHAR,
                    Types.LONGNVARCHAR,
                    Types.CLOB -> true;
            default -> false;
        };
    }

    /** Whether a value that is written as text can be one of the column's. */
    boolean mayHold(String stored) {
        if (isBoolean()) {
            return stored.equalsIgnoreCase("true") || stored.equalsIgnoreCase("false");
        }
        return !isNumber() || stored.matches("[-+]?[0-9]+([.][0-9]+)?");
    }

    boolean isDate() {
        return jdbcType == Types.DATE;
    }

    boolean isZonedTime() {
        String lower = typeName.toLowerCase(Locale.ROOT);
        return jdbcType == Types.TIMESTAMP_WITH_TIMEZONE
                || lower.contains("timestamptz")
                || lower.contains("with time zone");
    }

    boolean isLocalTime() {
        return jdbcType == Types.TIMESTAMP && !isZonedTime();
    }
}
