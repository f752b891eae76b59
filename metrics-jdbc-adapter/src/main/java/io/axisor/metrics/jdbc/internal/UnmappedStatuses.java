package io.axisor.metrics.jdbc.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks for stored values that the mapping gives no meaning. */
public final class UnmappedStatuses {

    private static final int MOST_SHOWN = 20;

    /** The columns whose values have meanings, by fact. */
    private static final Map<String, Map<String, List<String>>> MEANINGS = Map.of(
            "payments", Map.of("status", List.of("succeeded", "refunded", "failed", "pending")),
            "subscriptions",
                    Map.of(
                            "status", List.of("active", "pastDue", "notPaying"),
                            "interval", List.of("daily", "weekly", "monthly", "yearly")),
            "surveys", Map.of("kind", List.of("nps", "csat")),
            "users", Map.of("verified", List.of("verified")),
            "automations", Map.of("active", List.of("active")),
            "executions", Map.of("status", List.of("succeeded", "failed")),
            "trades", Map.of("status", List.of("succeeded", "failed")));

    private UnmappedStatuses() {}

    /**
     * Looks.
     *
     * @param schema the mapping as found
     * @param session the connection
     * @return a sentence for each value, with how many rows have it and what to write
     * @throws SQLException if the database does not answer
     */
    public static List<String> find(ResolvedSchema schema, Session session) throws SQLException {
        List<String> found = new ArrayList<>();
        // Values of all others mean what they say also where the mapping does not name them: not active, neither
        // outcome.
        for (String fact : List.of("payments", "subscriptions", "surveys")) {
            for (String role : List.of("status", "interval", "kind")) {
                if (schema.has(fact, role)) {
                    find(schema.source(fact, "f"), fact, role, session, found);
                }
            }
        }
        return found;
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

    private static void find(Source source, String fact, String role, Session session, List<String> found)
            throws SQLException {
        List<String> meanings = meanings(fact, role);
        Sql sql = Sql.template(
                "SELECT {} AS d0, COUNT(*) AS m0 FROM {} WHERE NOT ({}) GROUP BY {}",
                source.text(role),
                source.from(),
                source.means(role, meanings.toArray(new String[0])),
                source.text(role));
        List<String> unmapped = new ArrayList<>();
        session.query(sql, row -> {
            if (unmapped.size() < MOST_SHOWN) {
                String value = row.getString(1);
                long rows = row.getLong(2);
                unmapped.add(fact + "." + role + ": '" + value + "', in " + rows + (rows == 1 ? " row" : " rows")
                        + ", is in none of "
                        + String.join(", ", meanings) + "; map it, for example with ."
                        + meanings.get(meanings.size() - 1)
                        + "(\"" + value + "\")");
            }
        });
        unmapped.stream().sorted().forEach(found::add);
    }
}
