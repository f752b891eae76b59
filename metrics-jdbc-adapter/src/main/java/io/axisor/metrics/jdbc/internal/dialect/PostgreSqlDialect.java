package io.axisor.metrics.jdbc.internal.dialect;

import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding.Form;
import java.sql.Connection;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * PostgreSQL, and what speaks its protocol: sums widen, repeatable read is a snapshot, decimals can be NaN, enum types
 * compare as text only after a cast.
 */
final class PostgreSqlDialect extends EpochDialect {

    private static final AtomicLong DESCRIBED = new AtomicLong();

    private static final Set<String> TEXT_TYPES = Set.of("varchar", "text", "bpchar", "name");

    /** Not {@code >=}: of a table without statistics the planner takes two bounds for one row in two hundred. */
    @Override
    String isNotBelow(String column, String earliest) {
        return "(" + column + " < " + earliest + ") IS NOT TRUE";
    }

    /** Its driver takes money for a fraction, and knows no type for text that ignores case. */
    @Override
    public int jdbcType(int reported, String typeName) {
        return switch (typeName) {
            case "money" -> Types.NUMERIC;
            case "citext" -> Types.VARCHAR;
            default -> reported;
        };
    }

    @Override
    public String operand(String column, String typeName) {
        return switch (typeName) {
            case "money" -> "CAST(" + column + " AS NUMERIC)";
            case "bit" -> "CAST(CAST(" + column + " AS INTEGER) AS BOOLEAN)";
            default -> column;
        };
    }

    /** Byte by byte, whatever the collation of the column or of the database. */
    @Override
    public String text(String column, int jdbcType, String typeName) {
        boolean isText = TEXT_TYPES.contains(typeName.toLowerCase(Locale.ROOT));
        return "(" + (isText ? super.text(column, jdbcType, typeName) : "CAST(" + column + " AS VARCHAR)")
                + " COLLATE \"C\")";
    }

    @Override
    public String finite(String column, int jdbcType) {
        return switch (jdbcType) {
            case Types.NUMERIC, Types.DECIMAL -> within(column, "1E30", column);
            case Types.REAL -> within(column, "1E20", BinaryFraction.decimal(column));
            case Types.FLOAT, Types.DOUBLE -> BinaryFraction.finite(column);
            default -> column;
        };
    }

    @Override
    public String summable(String column, int jdbcType) {
        return switch (jdbcType) {
            case Types.FLOAT, Types.DOUBLE -> BinaryFraction.decimal(column);
            default -> column;
        };
    }

    @Override
    public List<Addend> addends(String column, int jdbcType) {
        return switch (jdbcType) {
            case Types.FLOAT, Types.DOUBLE -> BinaryFraction.addends(column);
            default -> super.addends(column, jdbcType);
        };
    }

    /** Without EXTRACT, which makes a decimal of each; what this makes is exact until the year 2242. */
    @Override
    public Optional<String> epochSeconds(String column, Form form) {
        return switch (form) {
            case INSTANT, LOCAL -> Optional.of("CAST(FLOOR(DATE_PART('epoch', " + column + ")) AS BIGINT)");
            case EPOCH_SECONDS, EPOCH_MILLIS, DATE -> super.epochSeconds(column, form);
        };
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

    /** Its driver names what it describes, also with prepareThreshold=0, and would run it by that name ever after. */
    @Override
    public String toDescribe(String sql) {
        return sql + "\n/* described " + DESCRIBED.incrementAndGet() + " */";
    }

    @Override
    public boolean describesWithoutTrace() {
        return false;
    }

    @Override
    public Transactions transactions(Connection connection, int timeoutInSeconds, Restorations restorations) {
        return new PostgreSqlTransactions(connection, timeoutInSeconds, restorations);
    }

    @Override
    public String limitAtEnd(int rows) {
        return " LIMIT " + rows;
    }

    @Override
    public Optional<String> searchPathQuery() {
        return Optional.of("SELECT unnest(current_schemas(true))");
    }

    @Override
    public String grantOfSchema(String quotedSchema, String user) {
        return "GRANT USAGE ON SCHEMA " + quotedSchema + " TO " + user + "; ";
    }

    @Override
    public Optional<String> hidesRowsQuery(String quotedTable) {
        return Optional.of(
                "SELECT CASE WHEN row_security_active(CAST(" + literal(quotedTable) + " AS text)) THEN 'hidden' END");
    }
}
