package io.axisor.metrics.jdbc.internal.dialect;

import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding.Form;
import java.sql.Connection;
import java.sql.Types;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** DuckDB: sums widen, every transaction reads a snapshot, division is of fractions. */
final class DuckDbDialect extends EpochDialect {

    /** Whole numbers beyond 64 bits, which its driver knows no type of JDBC for. */
    private static final Set<String> WIDE = Set.of("HUGEINT", "UHUGEINT", "UBIGINT");

    @Override
    public int jdbcType(int reported, String typeName) {
        return WIDE.contains(typeName) ? Types.NUMERIC : reported;
    }

    /** What has more digits than any money is dirty, as it is elsewhere. */
    @Override
    public String operand(String column, String typeName) {
        return WIDE.contains(typeName) ? "TRY_CAST(" + column + " AS DECIMAL(31, 0))" : column;
    }

    /** TIMESTAMP_S, TIMESTAMP_MS and TIMESTAMP_NS are local times, too. */
    @Override
    public Optional<Form> timeForm(int jdbcType, String typeName) {
        return typeName.startsWith("TIMESTAMP_") ? Optional.of(Form.LOCAL) : super.timeForm(jdbcType, typeName);
    }

    /** A column may have a collation that folds case. */
    @Override
    public String text(String column, int jdbcType, String typeName) {
        return isText(jdbcType) ? "(" + column + " COLLATE C)" : column;
    }

    /** Through text, which has the fewest digits that tell a fraction from its neighbours; a cast writes all of them out. */
    @Override
    public String finite(String column, int jdbcType) {
        return switch (jdbcType) {
            case Types.FLOAT, Types.REAL, Types.DOUBLE ->
                within(column, "1E20", "CAST(CAST(" + column + " AS VARCHAR) AS DECIMAL(31, 10))");
            default -> column;
        };
    }

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
