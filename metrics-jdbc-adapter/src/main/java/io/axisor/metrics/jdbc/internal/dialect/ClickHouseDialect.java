package io.axisor.metrics.jdbc.internal.dialect;

import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding.Form;
import java.util.Locale;
import java.util.Optional;

/**
 * ClickHouse, by its documentation; not run. Every DateTime is an instant, and sums of integers wrap around without a word,
 * so that they are cast before. Needs {@code join_use_nulls = 1}: else what a LEFT JOIN does not find is 0, not NULL.
 */
final class ClickHouseDialect extends Dialect {

    @Override
    public Optional<Form> timeForm(int jdbcType, String typeName) {
        return typeName.toLowerCase(Locale.ROOT).contains("datetime")
                ? Optional.of(Form.INSTANT)
                : super.timeForm(jdbcType, typeName);
    }

    @Override
    String wide(String column) {
        return "CAST(" + column + " AS DECIMAL(38, 0))";
    }

    @Override
    public String limitAtEnd(int rows) {
        return " LIMIT " + rows;
    }
}
