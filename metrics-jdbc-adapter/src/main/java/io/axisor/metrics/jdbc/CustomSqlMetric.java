package io.axisor.metrics.jdbc;

import io.axisor.metrics.definition.MeasurementRecorder;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.jdbc.internal.custom.CustomQuery;
import io.axisor.metrics.jdbc.internal.sql.NamedSql;
import io.axisor.metrics.time.Window;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A metric of a host's own that is nothing but SQL: a definition and a SELECT that runs once for each of its windows, in a
 * {@link CustomSqlDomain}. Immutable.
 *
 * <pre>{@code
 *   SELECT site, COUNT(*) AS orders FROM orders WHERE packed_at >= :from AND packed_at < :to GROUP BY site
 * }</pre>
 *
 * <p>What the SELECT is given are instants, by name, bound as what the compared columns hold ({@link #times}). Compare with
 * {@code >=} and {@code <} only, so that no fact falls on both sides of a bound or on none:
 *
 * <table>
 * <caption>Parameters</caption>
 * <tr><th>windows</th><th>{@code :from}</th><th>{@code :to}</th><th>{@code :at}</th></tr>
 * <tr><td>rolling, calendar</td><td>the window's first instant</td><td>the first instant after it</td><td>the instant
 *     that is measured</td></tr>
 * <tr><td>{@link Window#LIFETIME}</td><td>1902-01-01T00:00Z, about the oldest that a 32-bit column of seconds holds; may
 *     be left out where it is the only window</td><td>the instant that is measured</td><td>the same</td></tr>
 * <tr><td>none</td><td>not there</td><td>not there</td><td>the instant that is measured; a SELECT without it tells the
 *     present, and the metric is UNDEFINED for a past instant</td></tr>
 * </table>
 *
 * <p>What it returns are one column for each tag, found by its label in any case, the dots of the tag's key written as
 * underscores; and one column more, whatever its label, which is the value. Each row is a series.
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>result</th><th>measured</th></tr>
 * <tr><td>no row</td><td>NO_DATA; a COUNT without GROUP BY has a row, and is 0</td></tr>
 * <tr><td>a tag that is NULL or blank</td><td>{@code unspecified}</td></tr>
 * <tr><td>a value that is NULL, NaN or infinite</td><td>no series for these tags; NO_DATA where nothing else is there</td>
 *     </tr>
 * <tr><td>a metric of {@link MetricUnit#RATIO} with the columns {@code numerator} and {@code denominator}, both counts</td>
 *     <td>the quotient with its interval; UNDEFINED over 0</td></tr>
 * <tr><td>a column too few or too many, a value that is no number, two rows of the same tags, more rows than
 *     {@link CustomSqlDomain.Builder#rowLimit}</td><td>an error that names them, for the whole domain</td></tr>
 * </table>
 */
public final class CustomSqlMetric {

    private final MetricDefinition definition;
    private final NamedSql select;
    private final @Nullable TimeKind times;

    private CustomSqlMetric(MetricDefinition definition, NamedSql select, @Nullable TimeKind times) {
        this.definition = definition;
        this.select = select;
        this.times = times;
    }

    /**
     * A metric. What is wrong with its SELECT is told by {@link CustomSqlDomain.Builder#build()}.
     *
     * @param definition what it means; a metric of {@link MetricUnit#MONEY} has a tag {@code currency}
     * @param select one SELECT with parameters by name. Names in string literals, quoted identifiers and comments are left
     *     alone, and so is {@code ::}; write a blank behind a colon that begins no name
     * @return the metric
     */
    public static CustomSqlMetric of(MetricDefinition definition, String select) {
        return new CustomSqlMetric(definition, NamedSql.parse(select), null);
    }

    /**
     * The same metric with instants bound as another kind of column than the domain's others hold.
     *
     * @param kind the kind of the columns that are compared with {@code :from}, {@code :to} and {@code :at}
     * @return a metric
     */
    public CustomSqlMetric times(TimeKind kind) {
        return new CustomSqlMetric(definition, select, kind);
    }

    /**
     * What it means.
     *
     * @return the definition
     */
    public MetricDefinition definition() {
        return definition;
    }

    CustomQuery query(TimeKind domainsTimes, int rowLimit) {
        return new CustomQuery(definition, select, (times == null ? domainsTimes : times).encoding(), rowLimit);
    }

    /** What is wrong with it in a domain, each fault naming the remedy. */
    List<String> faults(String domain) {
        List<String> faults = new ArrayList<>(select.faults());
        if (faults.isEmpty()) { // else a name may only be hidden
            faults.addAll(missingNames());
        }
        select.names().stream().flatMap(this::nameFault).forEach(faults::add);
        if (!definition.domain().equals(domain)) {
            faults.add("it is defined for the domain '" + definition.domain() + "', not for '" + domain + "'");
        }
        boolean isMoney = definition.unit().equals(MetricUnit.MONEY);
        if (isMoney && !definition.tagKeys().contains(MeasurementRecorder.CURRENCY)) {
            faults.add("money needs the tag 'currency': unlike currencies are never added");
        }
        return faults.stream().map(fault -> definition.key() + ": " + fault).toList();
    }

    private List<String> missingNames() {
        Set<String> needed = new LinkedHashSet<>();
        for (Window window : definition.windows()) {
            if (window != Window.LIFETIME) {
                needed.add(CustomQuery.FROM);
            }
            needed.add(CustomQuery.TO);
        }
        needed.removeAll(select.names());
        return needed.isEmpty()
                ? List.of()
                : List.of("nothing is compared with :" + String.join(", :", needed)
                        + ", so every window would be the same; write >= :from and < :to");
    }

    private Stream<String> nameFault(String name) {
        if (!CustomQuery.NAMES.contains(name)) {
            return Stream.of("there is no parameter :" + name + ", only :from, :to and :at");
        }
        return definition.windows().isEmpty() && !name.equals(CustomQuery.AT)
                ? Stream.of(":" + name + " needs windows; give the definition windows, or compare with :at")
                : Stream.of();
    }
}
