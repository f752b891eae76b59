package io.axisor.metrics.jdbc;

import io.axisor.metrics.MetricsDomain;
import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.definition.DomainMetrics;
import io.axisor.metrics.definition.MeasurementRecorder;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.jdbc.internal.custom.CustomQuery;
import io.axisor.metrics.jdbc.internal.session.DatabaseFailure;
import io.axisor.metrics.jdbc.internal.session.Lender;
import io.axisor.metrics.jdbc.internal.session.Session;
import io.axisor.metrics.source.MetricsDataException;
import io.axisor.metrics.time.AsOf;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * A domain of the host's own that needs no code but SQL: metrics that are SELECTs. It is added with
 * {@link io.axisor.metrics.BusinessMetrics.Builder#domain} and gets the same refresh, gauges and documents as the library's
 * own.
 *
 * <p>A guest's manners, as those of {@link JdbcMetricsDataSource}: one connection for all metrics, borrowed once and given
 * back as it came; one read-only transaction, in which all SELECTs see the same rows where the database has snapshots, and which lasts
 * no longer than the timeout; one statement for each metric and window. SELECTs that need more time together want a longer
 * timeout or a domain each. A SELECT that fails, fails the domain and leaves the others
 * alone.
 *
 * <p>Making one touches no database; {@link #verify()} does. Safe for any number of threads; closes nothing.
 */
public final class CustomSqlDomain implements MetricsDomain {

    private final String name;
    private final Lender lender;
    private final List<MetricDefinition> definitions;
    private final List<CustomQuery> queries;
    private volatile boolean timesFit;

    private CustomSqlDomain(Builder builder) {
        this.name = builder.name;
        this.lender = new Lender(builder.dataSource, builder.queryTimeout);
        this.definitions =
                builder.metrics.stream().map(CustomSqlMetric::definition).toList();
        this.queries = builder.metrics.stream()
                .map(metric -> metric.query(builder.times, builder.rowLimit))
                .toList();
    }

    /**
     * Begins a domain without metrics.
     *
     * @param name the domain's name, a lower-case word that no other domain has
     * @param dataSource lends connections; best one whose user may only SELECT
     * @return a builder
     */
    public static Builder builder(String name, DataSource dataSource) {
        return new Builder(name, dataSource);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<MetricDefinition> definitions() {
        return definitions;
    }

    /**
     * Runs every SELECT. The first call also lets the database say what it takes the parameters for.
     *
     * @throws MetricsDataException naming metric, window and remedy, never values of rows
     */
    @Override
    public DomainMetrics measure(AsOf at, MeasurementRules rules) {
        try (Session session = lender.openSnapshot()) {
            checkTimes(session);
            DataIssues issues = session.beginSnapshot() ? DataIssues.NONE : DataIssues.NOT_ONE_SNAPSHOT;
            MeasurementRecorder recorder = new MeasurementRecorder(at, rules, issues);
            queries.forEach(query -> query.ask(name, session, at, recorder));
            return new DomainMetrics(name, at, recorder.measurements());
        } catch (SQLException e) {
            throw failed(name, e);
        }
    }

    /** Once: a time that is bound as what its column does not hold is converted silently, and other rows counted. */
    private void checkTimes(Session session) throws SQLException {
        if (!timesFit) {
            for (CustomQuery query : queries) {
                query.checkTimes(name, session);
            }
            timesFit = true;
        }
    }

    /**
     * Lets the database check every SELECT without running it, and compares the columns that it would return with the
     * tags.
     *
     * @return everything that was found
     * @throws MetricsDataException if the database cannot be reached
     */
    public SchemaReport verify() {
        List<String> errors = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        try (Session session = lender.open()) {
            queries.forEach(query -> query.verify(session, errors, warnings));
        } catch (SQLException e) {
            throw failed("verify", e);
        }
        return new SchemaReport(errors, warnings);
    }

    @Override
    public void cancel() {
        lender.cancel();
    }

    private static MetricsDataException failed(String place, SQLException e) {
        return DatabaseFailure.of(place, e, "look whether it is up");
    }

    /** Collects the metrics. */
    public static final class Builder {
        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
        private static final int MOST_ROWS = 100_000;

        private final String name;
        private final DataSource dataSource;
        private final List<CustomSqlMetric> metrics = new ArrayList<>();
        private TimeKind times = TimeKind.instant();
        private Duration queryTimeout = Duration.ofSeconds(10);
        private int rowLimit = 1000;

        private Builder(String name, DataSource dataSource) {
            this.name = name;
            this.dataSource = dataSource;
        }

        /**
         * Adds a metric.
         *
         * @param metric the metric
         * @return this
         */
        public Builder metric(CustomSqlMetric metric) {
            this.metrics.add(metric);
            return this;
        }

        /**
         * What instants are bound as, for metrics that do not say it themselves. Another kind than the database takes the
         * parameters for is an error, where the database tells.
         *
         * @param kind the kind of the columns they are compared with, by default {@link TimeKind#instant()}
         * @return this
         */
        public Builder times(TimeKind kind) {
            this.times = kind;
            return this;
        }

        /**
         * The longest that all SELECTs together may take, since they share a transaction.
         *
         * @param timeout whole seconds, by default 10
         * @return this
         */
        public Builder queryTimeout(Duration timeout) {
            this.queryTimeout = timeout;
            return this;
        }

        /**
         * How many rows one statement may return, each of them a series: an error beyond, so that a grouping by something
         * with too many values is noticed before registries are full of it.
         *
         * @param rows 1 to 100,000, by default 1,000
         * @return this
         */
        public Builder rowLimit(int rows) {
            this.rowLimit = rows;
            return this;
        }

        /**
         * Ends the domain.
         *
         * @return the domain
         * @throws IllegalArgumentException naming everything that is wrong with options, definitions and SELECTs
         */
        public CustomSqlDomain build() {
            List<String> faults = new ArrayList<>(optionFaults());
            Set<String> keys = new HashSet<>();
            for (CustomSqlMetric metric : metrics) {
                faults.addAll(metric.faults(name));
                String key = metric.definition().key();
                if (!keys.add(key)) {
                    faults.add(key + ": it is there twice; give the other one another key");
                }
            }
            if (!faults.isEmpty()) {
                throw new IllegalArgumentException("domain '" + name + "': " + String.join("; ", faults));
            }
            return new CustomSqlDomain(this);
        }

        private List<String> optionFaults() {
            List<String> faults = new ArrayList<>();
            if (!NAME.matcher(name).matches()) {
                faults.add("its name must be a lower-case word such as 'warehouse'");
            }
            if (metrics.isEmpty()) {
                faults.add("it has no metric; add one");
            }
            if (queryTimeout.toSeconds() < 1) {
                faults.add("queryTimeout must be at least one second, not " + queryTimeout);
            }
            if (rowLimit < 1 || rowLimit > MOST_ROWS) {
                faults.add("rowLimit must be 1 to " + MOST_ROWS + ", not " + rowLimit);
            }
            return faults;
        }
    }
}
