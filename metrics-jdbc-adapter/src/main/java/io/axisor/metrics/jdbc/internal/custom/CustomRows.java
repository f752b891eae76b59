package io.axisor.metrics.jdbc.internal.custom;

import static io.axisor.metrics.jdbc.internal.custom.ResultColumns.DENOMINATOR;
import static io.axisor.metrics.jdbc.internal.custom.ResultColumns.NUMERATOR;

import io.axisor.metrics.definition.MeasurementRecorder;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.jdbc.internal.session.Session;
import io.axisor.metrics.source.MetricsDataException;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records the result of one SELECT: each row is a series. Its errors never hold values of rows. */
final class CustomRows implements Session.ResultHandler {

    private final CustomQuery query;
    private final String place;
    private final @Nullable Window window;
    private final MeasurementRecorder recorder;
    private final Set<Map<String, String>> seen = new HashSet<>();
    private boolean recorded;

    CustomRows(CustomQuery query, String place, @Nullable Window window, MeasurementRecorder recorder) {
        this.query = query;
        this.place = place;
        this.window = window;
        this.recorder = recorder;
    }

    @Override
    public int result(ResultSet result) throws SQLException {
        ResultColumns columns = ResultColumns.of(query.definition(), result.getMetaData());
        if (!columns.faults().isEmpty()) {
            throw fault(String.join("; ", columns.faults()));
        }
        int rows = 0;
        while (result.next()) {
            rows++;
            take(result, columns);
        }
        if (!recorded) {
            String reason = rows == 0 ? "no row" : "nothing but NULL, or what is no finite number";
            recorder.number(query.definition(), window, Map.of(), Finding.noData("the SELECT returned " + reason));
        }
        return rows;
    }

    private void take(ResultSet row, ResultColumns columns) throws SQLException {
        Map<String, String> tags = columns.tags(row);
        if (!seen.add(tags)) {
            throw fault(
                    tags.isEmpty()
                            ? "there is more than one row, but no tag to tell them apart; aggregate, or give the"
                                    + " metric tags"
                            : "two rows have the same tags " + tags.keySet()
                                    + "; group by all of them, NULL and blank being one");
        }
        if (seen.size() > query.rowLimit()) {
            throw fault("there are more than " + query.rowLimit()
                    + " rows, each of them a series; group by less, fold the small ones into one, or raise the"
                    + " limit of rows");
        }
        if (columns.isQuotient()) {
            recordQuotient(tags, columns.value(row, NUMERATOR), columns.value(row, DENOMINATOR));
        } else {
            recordNumber(tags, columns.value(row));
        }
    }

    private void recordNumber(Map<String, String> tags, @Nullable BigDecimal value) {
        if (value != null) {
            recorder.number(query.definition(), window, tags, Finding.ok(value));
            recorded = true;
        }
    }

    private void recordQuotient(
            Map<String, String> tags, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
        if (numerator != null && denominator != null) {
            MetricDefinition definition = query.definition();
            Finding<Ratio> ratio = Ratio.ofCounts(count(numerator), count(denominator), "the denominator is 0");
            recorder.ratio(definition, window, tags, ratio);
            recorded = true;
        }
    }

    private long count(BigDecimal number) {
        try {
            long count = number.longValueExact();
            if (count >= 0) {
                return count;
            }
        } catch (ArithmeticException e) {
            // said below
        }
        throw fault("numerator and denominator must be counts, whole and not negative; divide amounts in the SELECT, by"
                + " NULLIF(divisor, 0)");
    }

    private MetricsDataException fault(String what) {
        return new MetricsDataException(place + ": " + what);
    }
}
