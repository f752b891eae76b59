package io.axisor.metrics.jdbc.internal.resolve;

import static java.util.Objects.requireNonNull;

import io.axisor.metrics.jdbc.internal.resolve.StatusCounts.Counted;
import io.axisor.metrics.jdbc.internal.session.Session;
import io.axisor.metrics.jdbc.internal.spec.NearestName;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for stored values that the mapping gives no meaning, so that rows are left out. An error where that makes metrics
 * wrong: more than 5 % of the rows of the last 90 days, or of 100 rows and more none with a value that the metrics rest on.
 */
public final class UnmappedStatuses {

    private static final Duration RECENT = Duration.ofDays(90);
    private static final double MOST_UNMAPPED = 0.05;
    private static final long ENOUGH_ROWS = 100;

    /** The meanings of a subscription's status that say what it was. */
    public static final List<String> SUBSCRIPTIONS =
            List.of("active", "pastDue", "trialing", "paused", "cancelled", "free", "notPaying");

    /** The columns whose values have meanings, by fact. */
    private static final Map<String, Map<String, List<String>>> MEANINGS = Map.of(
            "payments", Map.of("status", List.of("succeeded", "refunded", "failed", "pending", "ignored")),
            "refunds", Map.of("status", List.of("succeeded", "pending", "failed", "ignored")),
            "subscriptions",
                    Map.of(
                            "status",
                                    Stream.concat(SUBSCRIPTIONS.stream(), Stream.of("ignored"))
                                            .toList(),
                            "interval", List.of("daily", "weekly", "monthly", "yearly")),
            "surveys", Map.of("kind", List.of("nps", "csat", "ignored")),
            "users", Map.of("verified", List.of("verified")),
            "automations", Map.of("active", List.of("active")),
            "executions", Map.of("status", List.of("succeeded", "failed", "ignored")),
            "trades", Map.of("status", List.of("succeeded", "failed", "ignored")));

    /**
     * The facts whose rows count only where their values have a meaning, with the time by which they are recent. Values of
     * all others mean what they say also where the mapping does not name them: not active, neither outcome.
     */
    private static final Map<String, String> TIMES = new LinkedHashMap<>();

    /** The meanings without which a column says nothing; of others any will do. */
    private static final Map<String, List<String>> RESTED_ON = Map.of(
            "payments.status", List.of("succeeded"),
            "refunds.status", List.of("succeeded"),
            "subscriptions.status", List.of("active"));

    static {
        TIMES.put("payments", "createdAt");
        TIMES.put("subscriptions", "startedAt");
        TIMES.put("refunds", "refundedAt");
        TIMES.put("surveys", "answeredAt");
    }

    private final ResolvedSchema schema;
    private final Session session;
    private final Instant since;
    private final List<String> errors = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private UnmappedStatuses(ResolvedSchema schema, Session session, Instant since) {
        this.schema = schema;
        this.session = session;
        this.since = since;
    }

    /**
     * Looks.
     *
     * @param schema the mapping as found
     * @param session the connection
     * @param now the end of the last 90 days
     * @param timeout the longest that a statement may take
     * @return what was found
     * @throws SQLException if the database does not answer
     */
    public static UnmappedStatuses find(ResolvedSchema schema, Session session, Instant now, Duration timeout)
            throws SQLException {
        UnmappedStatuses found = new UnmappedStatuses(schema, session, now.minus(RECENT));
        for (String fact : TIMES.keySet()) {
            for (String role : List.of("status", "interval", "kind")) {
                if (!meanings(fact, role).isEmpty() && schema.has(fact, role)) {
                    found.look(fact, role, timeout);
                }
            }
        }
        return found;
    }

    /** Columns that leave out so many rows that metrics would be wrong, a sentence each. */
    public List<String> errors() {
        return errors;
    }

    /** Columns that leave out some rows, and those that could not be looked at, a sentence each. */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * The meanings that the values of a column can be given.
     *
     * @param fact the kind of fact
     * @param role the column's role
     * @return the meanings; none for a column whose values mean themselves
     */
    public static List<String> meanings(String fact, String role) {
        return MEANINGS.getOrDefault(fact, Map.of()).getOrDefault(role, List.of());
    }

    private void look(String fact, String role, Duration timeout) throws SQLException {
        long begun = System.nanoTime();
        try {
            look(fact, role);
        } catch (SQLException e) {
            if (System.nanoTime() - begun < timeout.toNanos()) {
                throw e;
            }
            warnings.add(
                    fact + "." + role + ": the stored values were not compared, since reading them takes longer than "
                            + timeout.toSeconds() + " s");
            session.nextSnapshot(); // PostgreSQL answers nothing more in a transaction with an error
        }
    }

    private void look(String fact, String role) throws SQLException {
        Source source = schema.source(fact, "f");
        List<String> restingOn = RESTED_ON.getOrDefault(fact + "." + role, meanings(fact, role));
        StatusCounts counts = new StatusCounts(source, role, meanings(fact, role), restingOn, session);
        String time = TIMES.get(fact);
        Counted recent = time != null && source.has(time) ? counts.since(time, since) : Counted.NONE;
        Counted all = counts.since(null, since);
        String place = fact + "." + role + ": ";
        if (recent.unmapped() > MOST_UNMAPPED * recent.rows()) {
            errors.add(place + recent.share() + " of the last 90 days " + leftOut(source, role, counts, time));
        } else if (all.rows() >= ENOUGH_ROWS && all.restedOn() == 0 && recent.restedOn() == 0) {
            errors.add(place + "none of " + all.rows() + " rows means " + String.join(" or ", restingOn)
                    + ", which metrics rest on"
                    + (all.unmapped() == 0 ? "" : "; " + all.share() + " " + leftOut(source, role, counts, null)));
        } else if (all.unmapped() > 0) {
            warnings.add(place + all.share() + " " + leftOut(source, role, counts, null));
        } else if (recent.unmapped() > 0) {
            warnings.add(place + recent.share() + " of the last 90 days " + leftOut(source, role, counts, time));
        }
    }

    private String leftOut(Source source, String role, StatusCounts counts, @Nullable String time) throws SQLException {
        List<String> meanings = meanings(source.name(), role);
        String values = counts.unmappedSince(time, since).entrySet().stream()
                .map(value -> shown(source, role, value.getKey(), value.getValue()))
                .collect(Collectors.joining(", "));
        return "are left out, since their value means none of "
                + schema.spec().wording().meanings(meanings) + ": " + values + "; "
                + schema.spec().wording().oneOf(source.name(), meanings) + "; see such rows with: "
                + source.unmapped(role, meanings);
    }

    /** A value and its rows; where a mapped value resembles it, what to write. */
    private String shown(Source source, String role, @Nullable String value, long rows) {
        String counted = " in " + rows + (rows == 1 ? " row" : " rows");
        if (value == null) {
            return "NULL" + counted;
        }
        Map<String, String> meaningsByValue = new LinkedHashMap<>();
        meanings(source.name(), role)
                .forEach(meaning ->
                        source.stored(role, meaning).forEach(stored -> meaningsByValue.putIfAbsent(stored, meaning)));
        return ShownValue.of(value)
                + counted
                + NearestName.resembling(value, meaningsByValue.keySet())
                        .map(near -> " (resembles " + ShownValue.of(near)
                                + setting(source, requireNonNull(meaningsByValue.get(near)), value) + ")")
                        .orElse("");
    }

    /** What to write, if the value can be copied. */
    private String setting(Source source, String meaning, String value) {
        return ShownValue.isWhole(value) ? schema.spec().wording().setting(source.name(), meaning, value) : "";
    }
}
