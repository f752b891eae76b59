package io.axisor.metrics.jdbc.internal.dialect;

import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding.Form;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SQL Server, by its documentation; not run. A sum of INT is an INT, collations fold case, a DATETIMEOFFSET is an instant,
 * CASE may stand in CASE ten deep, and a snapshot must be switched on in the database.
 */
final class SqlServerDialect extends Dialect {

    /** What the driver calls DATETIMEOFFSET. */
    private static final int DATETIMEOFFSET = -155;

    @Override
    public Optional<Form> timeForm(int jdbcType, String typeName) {
        boolean isInstant =
                jdbcType == DATETIMEOFFSET || typeName.toLowerCase(Locale.ROOT).startsWith("datetimeoffset");
        return isInstant ? Optional.of(Form.INSTANT) : super.timeForm(jdbcType, typeName);
    }

    @Override
    public String text(String column, int jdbcType, String typeName) {
        String text = super.text(column, jdbcType, typeName);
        return isText(jdbcType) ? text + " COLLATE Latin1_General_100_BIN2" : text;
    }

    @Override
    String wide(String column) {
        return "CAST(" + column + " AS DECIMAL(38, 0))";
    }

    /** So many are found by halving in eight steps. */
    @Override
    public int mostBounds() {
        return 255;
    }

    @Override
    public String limitAtStart(int rows) {
        return "TOP " + rows + " ";
    }

    @Override
    public String limitAtEnd(int rows) {
        return "";
    }

    @Override
    public List<@Nullable String> otherSchemas(List<@Nullable String> told) {
        return List.of("dbo");
    }
}
