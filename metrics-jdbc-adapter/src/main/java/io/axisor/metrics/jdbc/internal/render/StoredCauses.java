package io.axisor.metrics.jdbc.internal.render;

import io.axisor.metrics.definition.RowSpan;
import io.axisor.metrics.jdbc.internal.resolve.ResolvedSchema;
import io.axisor.metrics.jdbc.internal.resolve.ShownValue;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.resolve.StatusCounts;
import io.axisor.metrics.jdbc.internal.resolve.UnmappedStatuses;
import io.axisor.metrics.jdbc.internal.session.Session;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is stored in rows that were left out for a value without a meaning, to be named where a measurement has no value for
 * them: one statement for each beginning of a window in which many such rows are, none where few are.
 */
final class StoredCauses {

    /** With fewer of the rows left out no measurement is flagged, unless the host lowers the limit. */
    private static final double MANY = 0.05;

    /** The columns with meanings, by the check that rows without one fail. */
    private static final Map<DataCheck, ValueColumn> COLUMNS = Map.of(
            DataCheck.PAYMENTS_STATUS, new ValueColumn("payments", "status", "createdAt"),
            DataCheck.REFUNDS_STATUS, new ValueColumn("refunds", "status", "refundedAt"),
            DataCheck.SUBSCRIPTIONS_STATUS, new ValueColumn("subscriptions", "status", "startedAt"),
            DataCheck.SURVEYS_KIND, new ValueColumn("surveys", "kind", "answeredAt"));

    private final ResolvedSchema schema;
    private final Session session;
    private final AsOf at;
    private final Map<Asked, String> answers = new HashMap<>();

    private record ValueColumn(String fact, String role, String time) {}

    private record Asked(ValueColumn column, @Nullable Instant since) {}

    StoredCauses(ResolvedSchema schema, Session session, AsOf at) {
        this.schema = schema;
        this.session = session;
        this.at = at;
    }

    /** What is wrong with most rows that were left out, as {@link DataCheck#words()} has it or by what is stored. */
    String words(RowSpan span, DataCheck leading, double share) throws SQLException {
        ValueColumn column = COLUMNS.get(leading);
        if (column == null || share <= MANY || !schema.has(column.fact(), column.role())) {
            return leading.words();
        }
        Asked asked = new Asked(column, span.isBounded() ? span.range(at).from() : null);
        String known = answers.get(asked);
        if (known == null) {
            known = ask(asked).orElse(leading.words());
            answers.put(asked, known);
        }
        return known;
    }

    private Optional<String> ask(Asked asked) throws SQLException {
        ValueColumn column = asked.column();
        Source source = schema.source(column.fact(), "f");
        List<String> meanings = UnmappedStatuses.meanings(column.fact(), column.role());
        Map<@Nullable String, Long> values = new StatusCounts(source, column.role(), meanings, meanings, session)
                .unmappedSince(
                        asked.since() == null ? null : column.time(),
                        asked.since() == null ? at.instant() : asked.since());
        for (String most : values.keySet()) {
            return Optional.of(words(column.role(), most, values.size() == 1));
        }
        return Optional.empty();
    }

    private static String words(String role, @Nullable String value, boolean isOnlyOne) {
        if (value == null) {
            return "have no " + role;
        }
        return isOnlyOne
                ? "have the unmapped " + role + " " + ShownValue.of(value)
                : "have an unmapped " + role + ", most often " + ShownValue.of(value);
    }
}
