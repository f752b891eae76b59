package io.axisor.metrics.jdbc.internal.dialect;

import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding.Form;
import java.sql.Connection;
import java.util.Optional;
import java.util.OptionalInt;

/** DuckDB: sums widen, every transaction reads a snapshot, division is of fractions. */
final class DuckDbDialect extends EpochDialect {

    @Override
    public TimeBinding times() {
        return JavaTimes.BY_OFFSET_READ_AS_MICROS;
    }

    @Override
    public String summable(String column, int jdbcType) {
        return column;
    }

    @Override
    Optional<String> microsBetween(String from, String to, Form form) {
        return Optional.of("(EPOCH_US(" + to + ") - EPOCH_US(" + from + "))");
    }

    @Override
    public String wholeDivision() {
        return "//";
    }

    @Override
    OptionalInt snapshotIsolation() {
        return OptionalInt.of(Connection.TRANSACTION_REPEATABLE_READ);
    }

    @Override
    public String limitAtEnd(int rows) {
        return " LIMIT " + rows;
    }

    @Override
    public Optional<String> searchPathQuery() {
        return Optional.of("SELECT unnest(current_schemas(true))");
    }
}
