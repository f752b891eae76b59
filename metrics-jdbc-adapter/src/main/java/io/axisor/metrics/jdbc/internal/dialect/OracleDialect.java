package io.axisor.metrics.jdbc.internal.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Oracle, by its documentation; not run. Blank text is NULL, and so is what TRIM makes of it. */
final class OracleDialect extends Dialect {

    @Override
    public String blankAsNull(String text) {
        return "CASE WHEN TRIM(" + text + ") IS NULL THEN NULL ELSE " + text + " END";
    }

    @Override
    String wide(String column) {
        return "CAST(" + column + " AS NUMBER(38, 0))";
    }

    @Override
    public List<@Nullable String> otherSchemas(List<@Nullable String> told) {
        return List.of("PUBLIC");
    }
}
