package io.axisor.metrics.jdbc.internal.dialect;

import java.sql.Connection;
import java.sql.Types;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/**
 * PostgreSQL, and what speaks its protocol: sums widen, repeatable read is a snapshot, decimals can be NaN, enum types
 * compare as text only after a cast.
 */
final class PostgreSqlDialect extends EpochDialect {

    private static final Set<String> TEXT_TYPES = Set.of("varchar", "text", "bpchar", "char", "name");

    @Override
    public String text(String column, int jdbcType, String typeName) {
        boolean isText = TEXT_TYPES.contains(typeName.toLowerCase(Locale.ROOT));
        return isText ? super.text(column, jdbcType, typeName) : "CAST(" + column + " AS VARCHAR)";
    }

    @Override
    public String finite(String column, int jdbcType) {
        return jdbcType == Types.NUMERIC || jdbcType == Types.DECIMAL
                ? within(column, "1E30", column)
                : super.finite(column, jdbcType);
    }

    @Override
    public String summable(String column, int jdbcType) {
        return column;
    }

    /** Without it, PostgreSQL would write the expressions out at every place that names them. */
    @Override
    public String computedOnce() {
        return " OFFSET 0";
    }

    @Override
    public boolean limitsTheNetwork() {
        return true;
    }

    @Override
    public OptionalInt snapshotIsolation() {
        return OptionalInt.of(Connection.TRANSACTION_REPEATABLE_READ);
    }
}
