package io.axisor.metrics.jdbc.internal.custom;

import io.axisor.metrics.definition.MeasurementRecorder;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.CurrencyUnit;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a result is which: one for each tag, by its label, and the one that is left is the value. A ratio may have
 * {@link #NUMERATOR} and {@link #DENOMINATOR} instead.
 */
final class ResultColumns {

    static final String NUMERATOR = "numerator";
    static final String DENOMINATOR = "denominator";

    private static final Set<Integer> BINARY_FRACTIONS = Set.of(Types.FLOAT, Types.REAL, Types.DOUBLE);

    private static final Set<Integer> FILLED_WITH_BLANKS = Set.of(Types.CHAR, Types.NCHAR);

    /** Types that are certainly no number; of others a driver may make one. */
    private static final Set<Integer> NO_NUMBERS = Set.of(
            Types.CHAR,
            Types.NCHAR,
            Types.VARCHAR,
            Types.NVARCHAR,
            Types.LONGVARCHAR,
            Types.LONGNVARCHAR,
            Types.CLOB,
            Types.NCLOB,
            Types.BIT,
            Types.BOOLEAN,
            Types.DATE,
            Types.TIME,
            Types.TIME_WITH_TIMEZONE,
            Types.TIMESTAMP,
            Types.TIMESTAMP_WITH_TIMEZONE,
            Types.BINARY,
            Types.VARBINARY,
            Types.LONGVARBINARY,
            Types.BLOB,
            Types.ARRAY);

    private final MetricDefinition definition;
    private final Map<String, Found> tags = new LinkedHashMap<>();
    private final Map<String, Found> values = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    private record Found(int index, int type, String typeName) {}

    private ResultColumns(MetricDefinition definition) {
        this.definition = definition;
    }

    /** Looks a metric's columns up; what is wrong with them is in {@link #faults()}. */
    static ResultColumns of(MetricDefinition definition, ResultSetMetaData columns) throws SQLException {
        ResultColumns found = new ResultColumns(definition);
        found.assign(columns);
        found.check();
        return found;
    }

    /** The label of the column that holds a tag. */
    static String label(String tagKey) {
        return tagKey.replace('.', '_');
    }

    private void assign(ResultSetMetaData columns) throws SQLException {
        for (int index = 1; index <= columns.getColumnCount(); index++) {
            String label = columns.getColumnLabel(index).toLowerCase(Locale.ROOT);
            Map<String, Found> kind =
                    definition.tagKeys().stream().anyMatch(key -> label(key).equals(label)) ? tags : values;
            Found column = new Found(index, columns.getColumnType(index), columns.getColumnTypeName(index));
            if (kind.put(label, column) != null) {
                faults.add("the column '" + label + "' is there twice");
            }
        }
    }

    private void check() {
        for (String key : definition.tagKeys()) {
            if (!tags.containsKey(label(key))) {
                faults.add("there is no column '" + label(key) + "' for the tag '" + key + "'");
            }
        }
        if (values.isEmpty()) {
            faults.add("there is no column for the value" + (tags.isEmpty() ? "" : ", only for tags"));
        } else if (values.size() > 1 && !isQuotient()) {
            faults.add("beside the tags " + definition.tagKeys() + " there are the columns "
                    + List.copyOf(values.keySet())
                    + ", where one is the value; drop the others, or give the metric more tags");
        } else {
            values.forEach(this::checkNumber);
        }
    }

    private void checkNumber(String label, Found column) {
        if (NO_NUMBERS.contains(column.type())) {
            faults.add("the value '" + label + "' is " + column.typeName() + ", no number; CAST it");
        }
    }

    /** What keeps rows from being read. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** Whether the value comes as numerator and denominator. */
    boolean isQuotient() {
        return definition.unit().equals(MetricUnit.RATIO) && values.keySet().equals(Set.of(NUMERATOR, DENOMINATOR));
    }

    /** The tags of a row. */
    Map<String, String> tags(ResultSet row) throws SQLException {
        Map<String, String> read = new TreeMap<>();
        for (String key : definition.tagKeys()) {
            Found column = column(tags, label(key));
            String stored = row.getString(column.index());
            boolean isFilled = stored != null && FILLED_WITH_BLANKS.contains(column.type());
            String value = Breakdown.valueOrUnspecified(isFilled ? stored.stripTrailing() : stored);
            read.put(key, key.equals(MeasurementRecorder.CURRENCY) ? currency(value) : value);
        }
        return read;
    }

    /** A known currency as everything else writes it, another as it is. */
    private static String currency(String code) {
        return CurrencyUnit.find(code).map(CurrencyUnit::code).orElse(code);
    }

    /** The value of a row; null for NULL and for what is no finite number. */
    @Nullable
    BigDecimal value(ResultSet row) throws SQLException {
        return number(row, values.values().iterator().next());
    }

    /** The value of a row under one of two labels. */
    @Nullable
    BigDecimal value(ResultSet row, String label) throws SQLException {
        return number(row, column(values, label));
    }

    private static @Nullable BigDecimal number(ResultSet row, Found column) throws SQLException {
        if (BINARY_FRACTIONS.contains(column.type())) {
            Object stored = row.getObject(column.index());
            return stored instanceof Number number && Double.isFinite(number.doubleValue())
                    ? new BigDecimal(number.toString())
                    : null;
        }
        try {
            return row.getBigDecimal(column.index());
        } catch (SQLException e) {
            if (Double.isFinite(row.getDouble(column.index()))) {
                throw e;
            }
            return null; // decimals of PostgreSQL and H2 can be NaN and infinite too
        }
    }

    private static Found column(Map<String, Found> columns, String label) {
        Found column = columns.get(label);
        if (column == null) {
            throw new IllegalStateException("columns are read before their faults are looked at: " + label);
        }
        return column;
    }
}
