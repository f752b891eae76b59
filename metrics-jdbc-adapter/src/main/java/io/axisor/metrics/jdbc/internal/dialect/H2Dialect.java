package io.axisor.metrics.jdbc.internal.dialect;

import java.sql.Connection;
import java.util.OptionalInt;

/** H2: sums widen, repeatable read is a snapshot. */
final class H2Dialect extends EpochDialect {

    @Override
    public String summable(String column, int jdbcType) {
        return column;
    }

    /** One of its types ignores case. */
    @Override
    public String text(String column, int jdbcType, String typeName) {
        return typeName.equalsIgnoreCase("VARCHAR_IGNORECASE")
                ? "CAST(" + column + " AS VARCHAR)"
                : super.text(column, jdbcType, typeName);
    }

    @Override
    OptionalInt snapshotIsolation() {
        return OptionalInt.of(Connection.TRANSACTION_REPEATABLE_READ);
    }

    @Override
    public String limitAtEnd(int rows) {
        return " LIMIT " + rows;
    }
}
