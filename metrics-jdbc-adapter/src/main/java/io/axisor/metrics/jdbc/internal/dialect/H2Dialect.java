package io.axisor.metrics.jdbc.internal.dialect;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** H2: sums widen, repeatable read is a snapshot. */
final class H2Dialect extends EpochDialect {

    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")+)\"");

    /** A DECFLOAT can be NaN and infinite. */
    @Override
    public String operand(String column, String typeName) {
        return typeName.equals("DECFLOAT") ? within(column, "1E30", column) : column;
    }

    @Override
    public String summable(String column, int jdbcType) {
        return column;
    }

    /** One of its types ignores case, for which a cast to VARCHAR may stand as well. */
    @Override
    public String text(String column, int jdbcType, String typeName) {
        return typeName.equalsIgnoreCase("VARCHAR_IGNORECASE")
                ? "SUBSTRING(" + column + ", 1)"
                : super.text(column, jdbcType, typeName);
    }

    /** The collation is that of the whole database. */
    @Override
    public Optional<String> foldsCaseQuery() {
        return Optional.of("SELECT CASE WHEN 'a' = 'A' THEN 'folds' END");
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
        return Optional.of("SELECT CURRENT_PATH");
    }

    /** It returns one row, of quoted names. */
    @Override
    public List<@Nullable String> otherSchemas(List<@Nullable String> told) {
        List<@Nullable String> schemas = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(told.isEmpty() ? "" : String.valueOf(told.get(0)));
        while (quoted.find()) {
            schemas.add(quoted.group(1).replace("\"\"", "\""));
        }
        return schemas;
    }
}
