package io.axisor.metrics.jdbc.internal.resolve;

import io.axisor.metrics.jdbc.internal.session.Session;
import io.axisor.metrics.jdbc.internal.sql.Column;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks whether the keys that facts are joined by can match at all. */
public final class KeyTypes {

    /** Which key a role of other facts points at. */
    private static final Map<String, String> KEYS =
            Map.of("userId", "users", "paymentId", "payments", "automationId", "automations");

    /** What databases say of types that they do not compare: PostgreSQL, HSQLDB, Derby, H2. */
    private static final Set<String> INCOMPARABLE = Set.of("42883", "42562", "42561", "42818", "90110");

    private KeyTypes() {}

    /**
     * Looks.
     *
     * @param schema the mapping as found
     * @param session the connection
     * @return a sentence for each pair of keys that the database will not compare, or that never match
     */
    public static List<String> find(ResolvedSchema schema, Session session) {
        List<String> faults = new ArrayList<>();
        for (String fact : schema.facts().keySet().stream().sorted().toList()) {
            for (String role : KEYS.keySet().stream().sorted().toList()) {
                String owner = KEYS.getOrDefault(role, fact);
                if (schema.has(fact, role) && schema.has(owner, "id") && !fact.equals(owner)) {
                    fault(schema.source(fact, "f"), role, schema.source(owner, "a"), session)
                            .ifPresent(fault -> faults.add(fact + "." + role + ": " + fault + owner + ".id is "
                                    + type(schema.source(owner, "a"), "id")
                                    + "; map a select that makes one of the other"));
                }
            }
        }
        return faults;
    }

    private static Optional<String> fault(Source fact, String role, Source owner, Session session) {
        String is = "it is " + type(fact, role) + ", ";
        if (isBinary(fact.type(role)) != isBinary(owner.type("id"))) {
            return Optional.of(is + "which never matches: ");
        }
        Sql joined = Sql.template(
                "SELECT 1 AS m0 FROM {}, {} WHERE {} = {} AND 1 = 0",
                fact.from(),
                owner.from(),
                fact.column(role),
                owner.column("id"));
        try {
            session.describe(joined, columns -> {});
            return Optional.empty();
        } catch (SQLException e) {
            if (INCOMPARABLE.contains(String.valueOf(e.getSQLState()))) {
                return Optional.of(is + "which the database does not compare: ");
            }
            return Optional.empty(); // what else there is to say is said where the statements are tried
        }
    }

    private static String type(Source source, String role) {
        return source.type(role).typeName().toLowerCase(Locale.ROOT);
    }

    private static boolean isBinary(Column column) {
        return switch (column.jdbcType()) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> true;
            default -> false;
        };
    }
}
