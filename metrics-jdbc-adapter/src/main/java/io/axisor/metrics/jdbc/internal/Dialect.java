package io.axisor.metrics.jdbc.internal;

import io.axisor.metrics.jdbc.internal.TimeEncoding.Form;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What databases differ in. Everything else is written in the SQL that all of them share: aliased aggregates over CASE, no
 * FILTER, no LIMIT, no date function, no parameter as a result or in a grouping.
 */
public enum Dialect {
    /** PostgreSQL: sums widen, repeatable read is a snapshot, enum types compare as text only after a cast. */
    POSTGRESQL(true, true),
    /** H2: sums widen, repeatable read is a snapshot. */
    H2(true, true),
    /** HSQLDB: sums widen; by default transactions lock, so a snapshot would stop the host's writers. */
    HSQLDB(true, false),
    /** Any other: the careful way. */
    OTHER(false, false);

    private static final Set<String> POSTGRESQL_TEXT_TYPES =
            Set.of("varchar", "text", "bpchar", "char", "name", "citext");

    private final boolean integerSumsWiden;
    private final boolean hasSnapshots;

    Dialect(boolean integerSumsWiden, boolean hasSnapshots) {
        this.integerSumsWiden = integerSumsWiden;
        this.hasSnapshots = hasSnapshots;
    }

    static Dialect of(DatabaseMetaData metaData) throws SQLException {
        String product = metaData.getDatabaseProductName().toLowerCase(Locale.ROOT);
        if (product.startsWith("postgresql")) {
            return POSTGRESQL;
        }
        if (product.startsWith("hsql")) {
            return HSQLDB;
        }
        return product.equals("h2") ? H2 : OTHER;
    }

    /** A text column as something that a string can be compared with. */
    String text(String column, int jdbcType, String typeName) {
        if (jdbcType == Types.CHAR || jdbcType == Types.NCHAR) {
            return "RTRIM(" + column + ")"; // the blanks that fill it up are no part of a plan's name
        }
        boolean isEnum = this == POSTGRESQL && !POSTGRESQL_TEXT_TYPES.contains(typeName.toLowerCase(Locale.ROOT));
        return isEnum ? "CAST(" + column + " AS VARCHAR)" : column;
    }

    /**
     * A number column as a decimal; NULL where it is NaN, infinite or beyond all money, which only binary fractions and
     * PostgreSQL's decimals can be. A binary fraction becomes the decimal it was written as.
     */
    String finite(String column, int jdbcType) {
        return switch (jdbcType) {
            case Types.FLOAT, Types.REAL, Types.DOUBLE ->
                finite(column, "1E20", "CAST(" + column + " AS DECIMAL(31, 10))");
            case Types.NUMERIC, Types.DECIMAL -> this == POSTGRESQL ? finite(column, "1E30", column) : column;
            default -> column;
        };
    }

    private static String finite(String column, String limit, String decimal) {
        return "CASE WHEN " + column + " > -" + limit + " AND " + column + " < " + limit + " THEN " + decimal + " END";
    }

    /** A number column as something whose sum is exact and does not overflow. */
    String summable(String column, int jdbcType) {
        return switch (jdbcType) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT ->
                integerSumsWiden ? column : "CAST(" + column + " AS DECIMAL(31, 0))";
            default -> column;
        };
    }

    /**
     * The microseconds from one column to another of the same form; empty where this database's way to tell them is not
     * known. Local times differ by what the local clock showed.
     */
    Optional<String> micros(String from, String to, Form form) {
        return switch (form) {
            case EPOCH_SECONDS -> Optional.of("(" + wide(to) + " - " + wide(from) + ") * 1000000");
            case EPOCH_MILLIS -> Optional.of("(" + wide(to) + " - " + wide(from) + ") * 1000");
            case INSTANT, LOCAL, DATE -> seconds(from, to).map(seconds -> seconds + " * 1000000");
        };
    }

    /**
     * The whole seconds since 1970, as a BIGINT that divides without a rest; of a local time those that its clock showed.
     * Empty where this database's way to tell them is not known.
     */
    Optional<String> epochSeconds(String column, Form form) {
        if (this == OTHER) {
            return Optional.empty();
        }
        return switch (form) {
            case EPOCH_SECONDS -> Optional.of("CAST(" + column + " AS BIGINT)");
            case EPOCH_MILLIS -> Optional.of("CAST(FLOOR(CAST(" + column + " AS DECIMAL(31, 3)) / 1000) AS BIGINT)");
            case INSTANT -> Optional.of(wholeSecondsSince("TIMESTAMP '1970-01-01 00:00:00+0:00'", column));
            case LOCAL -> Optional.of(wholeSecondsSince("TIMESTAMP '1970-01-01 00:00:00'", column));
            case DATE -> Optional.empty();
        };
    }

    private String wholeSecondsSince(String epoch, String column) {
        String seconds = this == HSQLDB
                ? "EXTRACT(SECOND FROM (" + column + " - " + epoch + ") SECOND(12, 6))"
                : "EXTRACT(EPOCH FROM " + column + ")";
        return "CAST(FLOOR(" + seconds + ") AS BIGINT)";
    }

    private static String wide(String column) {
        return "CAST(" + column + " AS DECIMAL(31, 0))";
    }

    private Optional<String> seconds(String from, String to) {
        return switch (this) {
            case POSTGRESQL, H2 -> Optional.of("(EXTRACT(EPOCH FROM " + to + ") - EXTRACT(EPOCH FROM " + from + "))");
            case HSQLDB -> Optional.of("EXTRACT(SECOND FROM (" + to + " - " + from + ") SECOND(12, 6))");
            case OTHER -> Optional.empty();
        };
    }

    /**
     * The end of a derived table whose columns are computed once for each row, however often the statement around it names
     * them. PostgreSQL would write their expressions out at every place; the others compute them once anyway.
     */
    String computedOnce() {
        return this == POSTGRESQL ? " OFFSET 0" : "";
    }

    /** The isolation under which all statements of a transaction see the same rows and nobody waits. */
    public OptionalInt snapshotIsolation() {
        return hasSnapshots ? OptionalInt.of(Connection.TRANSACTION_REPEATABLE_READ) : OptionalInt.empty();
    }
}
