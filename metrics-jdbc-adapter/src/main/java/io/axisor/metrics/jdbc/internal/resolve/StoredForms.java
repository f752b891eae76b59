package io.axisor.metrics.jdbc.internal.resolve;

import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding;
import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding.Form;
import io.axisor.metrics.jdbc.internal.resolve.Source.Mapped;
import io.axisor.metrics.jdbc.internal.resolve.Source.Resolved;
import io.axisor.metrics.jdbc.internal.session.Session;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks whether columns of times store what they are taken for, where the types of a database bind nobody. */
public final class StoredForms {

    /** How many rows of a column are looked at. */
    private static final int SAMPLE = 100;

    private StoredForms() {}

    /**
     * Looks at the first rows that have a time.
     *
     * @param schema the mapping as found
     * @param session the connection
     * @return a sentence for each column none of whose times is stored as it is mapped, with what to write
     * @throws SQLException if the database does not answer
     */
    public static List<String> find(ResolvedSchema schema, Session session) throws SQLException {
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, Resolved> resolved : schema.facts().entrySet()) {
            String fact = resolved.getKey();
            Source source = resolved.getValue().as("f");
            for (Map.Entry<String, Mapped> mapped :
                    resolved.getValue().columns().entrySet()) {
                TimeEncoding encoding = mapped.getValue().encoding();
                if (encoding != null) {
                    fault(source, mapped.getKey(), encoding.form(), session)
                            .ifPresent(fault -> faults.add(fact + "." + mapped.getKey() + ": '"
                                    + mapped.getValue().column().name() + "' is read as " + fault));
                }
            }
        }
        Collections.sort(faults);
        return faults;
    }

    private static Map<String, Long> sample(Source source, String role, String form, Session session)
            throws SQLException {
        Map<String, Long> stored = new TreeMap<>();
        Sql sql = Sql.template(
                "SELECT k, COUNT(*) AS m0 FROM (SELECT {} AS k FROM {} WHERE {} IS NOT NULL LIMIT " + SAMPLE
                        + ") q WHERE k IS NOT NULL GROUP BY k",
                form,
                source.from(),
                source.asStored(role));
        session.query(sql, row -> stored.put(row.getString(1), row.getLong(2)));
        return stored;
    }

    private static Optional<String> fault(Source source, String role, Form form, Session session) throws SQLException {
        Optional<String> stored = session.dialect().storedForm(source.asStored(role));
        return stored.isPresent() ? fault(form, sample(source, role, stored.get(), session)) : Optional.empty();
    }

    private static Optional<String> fault(Form form, Map<String, Long> stored) {
        boolean isMet = stored.isEmpty()
                || stored.containsKey(form.name())
                || (form == Form.LOCAL && stored.containsKey(Form.DATE.name()))
                || (form == Form.DATE && stored.containsKey(Form.LOCAL.name()));
        if (isMet) {
            return Optional.empty();
        }
        String most =
                Collections.max(stored.entrySet(), Map.Entry.comparingByValue()).getKey();
        String held = Stream.of(Form.values())
                .filter(known -> known.name().equals(most))
                .findFirst()
                .map(known -> known.content() + "; map it with " + known.written())
                .orElse(
                        most.equals("text")
                                ? "text that is no time such as '2026-03-01 07:30:00'; map a select that makes one of"
                                        + " it"
                                : "values of type " + most + "; map a select that makes times of them");
        return Optional.of(form.written() + ", but stores " + held);
    }
}
