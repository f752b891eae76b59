package io.axisor.metrics.jdbc;

import io.axisor.metrics.source.MetricsDataException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@link JdbcMetricsDataSource#verify()} or {@link CustomSqlDomain#verify()} found: everything at once, each with what
 * to change.
 *
 * @param errors what keeps metrics from being computed
 * @param warnings what makes them slow or leaves rows out: a missing index, an unmapped status
 */
public record SchemaReport(List<String> errors, List<String> warnings) {

    /**
     * Copies the lists.
     *
     * @param errors what keeps metrics from being computed
     * @param warnings what makes them slow or leaves rows out: a missing index, an unmapped status
     */
    public SchemaReport {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /**
     * Whether metrics can be computed.
     *
     * @return true without errors, whatever the warnings
     */
    public boolean isUsable() {
        return errors.isEmpty();
    }

    /**
     * Fails at start-up when the mapping does not fit the database.
     *
     * @return this, where it has no errors
     * @throws MetricsDataException with the whole report
     */
    public SchemaReport orThrow() {
        if (!isUsable()) {
            throw new MetricsDataException(toString());
        }
        return this;
    }

    /** The report as a person reads it. */
    @Override
    public String toString() {
        if (errors.isEmpty() && warnings.isEmpty()) {
            return "The mapping fits the database.";
        }
        String title = errors.isEmpty()
                ? "The mapping fits the database, with " + count(warnings.size(), "warning") + ":"
                : "The mapping does not fit the database: " + count(errors.size(), "error") + ", "
                        + count(warnings.size(), "warning") + ":";
        return Stream.of(
                        Stream.of(title),
                        errors.stream().map(error -> "  error    " + error),
                        warnings.stream().map(warning -> "  warning  " + warning))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
