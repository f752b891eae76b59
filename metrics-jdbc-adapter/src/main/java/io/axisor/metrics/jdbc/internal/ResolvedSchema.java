package io.axisor.metrics.jdbc.internal;

import io.axisor.metrics.jdbc.internal.Source.Resolved;
import java.util.Map;
import java.util.Optional;

/**
 * The mapping as found in the database.
 *
 * @param spec the mapping
 * @param facts the facts by name
 */
public record ResolvedSchema(SchemaSpec spec, Map<String, Resolved> facts) {

    boolean has(String fact) {
        return facts.containsKey(fact);
    }

    boolean has(String fact, String role) {
        Resolved resolved = facts.get(fact);
        return resolved != null && resolved.columns().containsKey(role);
    }

    Source source(String fact, String alias) {
        return Optional.ofNullable(facts.get(fact))
                .map(resolved -> resolved.as(alias))
                .orElseThrow(() -> new IllegalStateException(fact + " are not mapped"));
    }
}
