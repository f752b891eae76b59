package io.axisor.metrics.jdbc.internal.resolve;

import io.axisor.metrics.jdbc.internal.resolve.Source.Resolved;
import io.axisor.metrics.jdbc.internal.session.Session;
import io.axisor.metrics.jdbc.internal.spec.FactSpec;
import io.axisor.metrics.jdbc.internal.spec.SchemaSpec;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The mapping as found in the database.
 *
 * @param spec the mapping
 * @param facts the facts by name
 * @param misfits what does not fit, by the name of the fact; whoever asks for such a fact hears of it, the others go on
 */
public record ResolvedSchema(SchemaSpec spec, Map<String, Resolved> facts, Map<String, List<String>> misfits) {

    /** The same mapping over tables without rows: whatever is asked of it, the database checks and reads nothing. */
    public ResolvedSchema emptied() {
        Optional<String> never = Optional.of("1 = 0");
        return new ResolvedSchema(
                spec,
                facts.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, fact -> fact.getValue().where(never, never))),
                misfits);
    }

    /** Whether the plan of a payment or a subscription is that of its account. */
    public boolean hasPlansOfAccounts() {
        return has("users", "plan")
                && Stream.of("payments", "subscriptions").anyMatch(fact -> has(fact) && !has(fact, "plan"));
    }

    /**
     * The same, knowing of the users' ids what they are now: databases join a table as it is by far faster than the first of
     * each id, so only where some are not unique is that asked for. Reads nothing where the database promises it.
     *
     * @param session the snapshot that they are read in
     * @return the schema to ask by
     * @throws SQLException if the database does not answer
     */
    public ResolvedSchema withIdsAsStored(Session session) throws SQLException {
        Resolved users = facts.get("users");
        if (users == null || misfits.containsKey("users") || users.ids() == Ids.UNIQUE) {
            return this;
        }
        Map<String, Resolved> known = new HashMap<>(facts);
        known.put("users", users.withIds(IdCounts.of(users.as("f"), session).ids()));
        return new ResolvedSchema(spec, Map.copyOf(known), misfits);
    }

    public boolean has(String fact) {
        return find(fact).isPresent();
    }

    public boolean has(String fact, String role) {
        FactSpec mapped = spec.facts().get(fact);
        return mapped != null
                && mapped.columns().containsKey(role)
                && find(fact).filter(found -> found.columns().containsKey(role)).isPresent();
    }

    /** The users of which each id counts once. */
    public Source accounts(String alias) {
        return find("users")
                .map(found -> Accounts.of(found).as(alias))
                .orElseThrow(() -> new IllegalStateException("users are not mapped"));
    }

    /** What the database promises of the ids of a fact. */
    public Ids ids(String fact) {
        return find(fact).map(Resolved::ids).orElse(Ids.ANY);
    }

    public Source source(String fact, String alias) {
        return find(fact)
                .map(found -> found.as(alias))
                .orElseThrow(() -> new IllegalStateException(fact + " are not mapped"));
    }

    private Optional<Resolved> find(String fact) {
        List<String> errors = misfits.get(fact);
        if (errors != null) {
            throw new MisfitException(errors);
        }
        return Optional.ofNullable(facts.get(fact));
    }

    /** A message in the words of the one who wrote the mapping. */
    public String said(String message) {
        return spec.wording().said(message);
    }
}
