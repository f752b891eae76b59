package io.axisor.metrics.jdbc;

import io.axisor.metrics.source.MetricsDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What {@link JdbcMetricsDataSource#verify()} or {@link CustomSqlDomain#verify()} found: everything at once, each with what
 * to change.
 *
 * @param errors structure: what keeps metrics from being computed, such as a missing table, a type that does not fit, a
 *     table that may not be read, a join that multiplies rows
 * @param contentErrors content: metrics can be computed, but what the columns hold leaves out so many rows that they would
 *     be wrong, such as payments most of which have an unmapped status. Rows change while a host runs, so these never keep
 *     it from starting; log them as errors
 * @param warnings what makes metrics slow or leaves a few rows out: a missing index, an unmapped status of few rows
 */
public record SchemaReport(List<String> errors, List<String> contentErrors, List<String> warnings) {

    /** What an error is about. */
    public enum Kind {
        /** Tables, columns, types, rights and joins. */
        STRUCTURE,
        /** The values that are stored. */
        CONTENT
    }

    /**
     * Copies the lists.
     *
     * @param errors what keeps metrics from being computed
     * @param contentErrors stored values that would make metrics wrong
     * @param warnings what makes metrics slow or leaves a few rows out
     */
    public SchemaReport {
        errors = List.copyOf(errors);
        contentErrors = List.copyOf(contentErrors);
        warnings = List.copyOf(warnings);
    }

    /**
     * A report that says nothing of the content.
     *
     * @param errors what keeps metrics from being computed
     * @param warnings what makes metrics slow or leaves a few rows out
     */
    public SchemaReport(List<String> errors, List<String> warnings) {
        this(errors, List.of(), warnings);
    }

    /**
     * Whether metrics can be computed.
     *
     * @return true without {@link #errors()}, whatever else was found
     */
    public boolean isUsable() {
        return errors.isEmpty();
    }

    /**
     * Fails where the mapping does not fit the database; for a host's start.
     *
     * @return this, where it has no {@link #errors()}
     * @throws MetricsDataException with the whole report
     */
    public SchemaReport orThrow() {
        return orThrow(Kind.STRUCTURE);
    }

    /**
     * Fails where the mapping does not fit the database or, if asked to, what the database stores; for tests and checks
     * before a deployment.
     *
     * @param kind {@link Kind#CONTENT} fails on {@link #contentErrors()} as well as {@link #errors()},
     *     {@link Kind#STRUCTURE} on the latter only
     * @return this, where it has none
     * @throws MetricsDataException with the whole report
     */
    public SchemaReport orThrow(Kind kind) {
        if (!isUsable() || (kind == Kind.CONTENT && !contentErrors.isEmpty())) {
            throw new MetricsDataException(toString());
        }
        return this;
    }

    /** The report as a person reads it. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add(title());
        errors.forEach(error -> lines.add("  error    " + error));
        contentErrors.forEach(error -> lines.add("  content  " + error));
        warnings.forEach(warning -> lines.add("  warning  " + warning));
        return String.join("\n", lines);
    }

    private String title() {
        if (errors.isEmpty() && contentErrors.isEmpty()) {
            return warnings.isEmpty()
                    ? "The mapping fits the database."
                    : "The mapping fits the database, with " + count(warnings, "warning") + ":";
        }
        String found = (errors.isEmpty() ? "" : count(errors, "error") + ", ")
                + (contentErrors.isEmpty() ? "" : count(contentErrors, "content error") + ", ")
                + count(warnings, "warning");
        return "The mapping does not fit " + (errors.isEmpty() ? "what the database stores: " : "the database: ")
                + found + ":";
    }

    private static String count(List<String> findings, String what) {
        return String.format(Locale.ROOT, "%d %s%s", findings.size(), what, findings.size() == 1 ? "" : "s");
    }
}
