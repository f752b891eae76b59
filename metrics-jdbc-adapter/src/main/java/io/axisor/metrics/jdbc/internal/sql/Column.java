package io.axisor.metrics.jdbc.internal.sql;

import io.axisor.metrics.jdbc.internal.dialect.Dialect;
import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding.Form;
import java.math.BigDecimal;
import java.sql.Types;
import java.util.Optional;

/**
 * A column as the database describes it.
 *
 * @param name its stored name
 * @param jdbcType its type, of {@link Types}
 * @param typeName its type as the database calls it
 * @param nullable whether it may be null, as far as is known
 * @param timeForm how it stores instants, where its type tells
 */
public record Column(String name, int jdbcType, String typeName, boolean nullable, Optional<Form> timeForm) {

    public static Column of(Dialect dialect, String name, int jdbcType, String typeName, boolean nullable) {
        return new Column(
                name, dialect.jdbcType(jdbcType, typeName), typeName, nullable, dialect.timeForm(jdbcType, typeName));
    }

    /** Whether nothing is known of what it holds, as of an expression in SQLite. */
    public boolean isUntyped() {
        return jdbcType == Types.NULL;
    }

    boolean isWholeNumber() {
        return switch (jdbcType) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> true;
            default -> false;
        };
    }

    public boolean isNumber() {
        return isWholeNumber()
                || switch (jdbcType) {
                    case Types.FLOAT, Types.REAL, Types.DOUBLE, Types.NUMERIC, Types.DECIMAL -> true;
                    default -> false;
                };
    }

    public boolean isBoolean() {
        return jdbcType == Types.BOOLEAN || jdbcType == Types.BIT;
    }

    public boolean isText() {
        return Dialect.isText(jdbcType);
    }

    private static boolean isFlag(String stored) {
        return stored.equalsIgnoreCase("true") || stored.equalsIgnoreCase("false");
    }

    /** What a value that is written as text is in a column of numbers, where flags are 1 and 0. */
    public static BigDecimal number(String stored) {
        return isFlag(stored)
                ? Boolean.parseBoolean(stored) ? BigDecimal.ONE : BigDecimal.ZERO
                : new BigDecimal(stored);
    }

    /** Whether a value that is written as text can be one of the column's. */
    public boolean mayHold(String stored) {
        if (isBoolean()) {
            return isFlag(stored);
        }
        return !isNumber() || isFlag(stored) || stored.matches("[-+]?[0-9]+([.][0-9]+)?");
    }
}
