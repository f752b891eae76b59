package io.axisor.metrics;

import io.axisor.metrics.automation.AutomationDefinitions;
import io.axisor.metrics.automation.AutomationMetrics;
import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.definition.DomainMetrics;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricCatalog;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.platform.PlatformDefinitions;
import io.axisor.metrics.platform.PlatformMetrics;
import io.axisor.metrics.revenue.RevenueDefinitions;
import io.axisor.metrics.revenue.RevenueMetrics;
import io.axisor.metrics.source.MetricsDataException;
import io.axisor.metrics.source.MetricsDataSource;
import io.axisor.metrics.system.HttpRequestSource;
import io.axisor.metrics.system.SystemDefinitions;
import io.axisor.metrics.system.SystemFacts;
import io.axisor.metrics.system.SystemMetrics;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.trading.TradingDefinitions;
import io.axisor.metrics.trading.TradingMetrics;
import io.axisor.metrics.trading.risk.RiskConventions;
import io.axisor.metrics.users.UserDefinitions;
import io.axisor.metrics.users.UserMetrics;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures a business at an instant, past or present, from a {@link MetricsDataSource}. Immutable and safe for any
 * number of threads; holds no connection and no thread.
 */
public final class BusinessMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(BusinessMetrics.class);

    private final MetricsDataSource source;
    private final Map<String, MetricsDomain> domains = new LinkedHashMap<>();
    private final BusinessCalendar calendar;
    private final MeasurementRules rules;
    private final InstantSource clock;
    private final CustomerValueMetrics.Terms terms;
    private final MetricCatalog catalog;

    private BusinessMetrics(Builder builder) {
        this.source = builder.source;
        this.calendar = builder.calendar;
        this.rules = builder.rules;
        this.clock = builder.clock;
        this.terms = new CustomerValueMetrics.Terms(builder.grossMargin, builder.longestLifetimeInMonths, rules);
        ownDomains(builder).forEach(this::add);
        builder.domains.forEach(this::add);
        this.catalog = MetricCatalog.of(Stream.concat(
                        domains.values().stream().flatMap(domain -> domain.definitions().stream()),
                        Stream.of(DataIssues.DEFINITION, DataIssues.LEFT_OUT))
                .toList());
    }

    private static List<MetricsDomain> ownDomains(Builder builder) {
        MetricsDataSource source = builder.source;
        HttpRequestSource requests = builder.httpRequests;
        RiskConventions risk = builder.riskConventions;
        return List.of(
                new OwnDomain(
                        UserDefinitions.DOMAIN,
                        UserDefinitions.ALL,
                        (at, by) -> UserMetrics.of(source.users(at), at, by)),
                new OwnDomain(
                        RevenueDefinitions.DOMAIN,
                        RevenueDefinitions.ALL,
                        (at, by) -> RevenueMetrics.of(source.revenue(at), at, by)),
                new OwnDomain(
                        AutomationDefinitions.DOMAIN,
                        AutomationDefinitions.ALL,
                        (at, by) -> AutomationMetrics.of(source.automation(at), at, by)),
                new OwnDomain(
                        TradingDefinitions.DOMAIN,
                        TradingDefinitions.ALL,
                        (at, by) -> TradingMetrics.of(source.trading(at), at, by, risk)),
                new OwnDomain(
                        PlatformDefinitions.DOMAIN,
                        PlatformDefinitions.ALL,
                        (at, by) -> PlatformMetrics.of(source.platform(at), at, by)),
                new OwnDomain(
                        SystemDefinitions.DOMAIN,
                        SystemDefinitions.ALL,
                        (at, by) -> SystemMetrics.of(new SystemFacts(requests.requests(at)), at, by)));
    }

    private void add(MetricsDomain domain) {
        if (domains.put(domain.name(), domain) != null) {
            throw new IllegalArgumentException(
                    "there is a domain '" + domain.name() + "' already; give the other one another name");
        }
    }

    /**
     * Metrics with every option at its default.
     *
     * @param source where facts come from
     * @param zone the business zone, in which days, weeks and months are cut
     * @return the metrics
     */
    public static BusinessMetrics of(MetricsDataSource source, ZoneId zone) {
        return builder(source, zone).build();
    }

    /**
     * Begins with every option at its default.
     *
     * @param source where facts come from
     * @param zone the business zone, in which days, weeks and months are cut
     * @return a builder
     */
    public static Builder builder(MetricsDataSource source, ZoneId zone) {
        return new Builder(source, BusinessCalendar.of(zone));
    }

    /**
     * Measures every domain at one instant.
     *
     * @param instant the instant; facts at or after it do not count
     * @return the measurements
     * @throws MetricsDataException if a domain's facts cannot be had
     */
    public MetricsSnapshot asOf(Instant instant) {
        AsOf at = at(instant);
        return snapshotOf(
                domains.values().stream().map(domain -> measure(domain, at)).toList());
    }

    /**
     * Measures every domain now.
     *
     * @return {@link #asOf} of the present instant
     * @throws MetricsDataException if a domain's facts cannot be had
     */
    public MetricsSnapshot now() {
        return asOf(clock.instant());
    }

    /**
     * Measures one domain at one instant.
     *
     * @param domain one of {@link #domains()}
     * @param instant the instant
     * @return its measurements
     * @throws MetricsDataException if its facts cannot be had
     * @throws NoSuchElementException naming the domains there are, if there is none of the name
     */
    public DomainMetrics measure(String domain, Instant instant) {
        MetricsDomain named = domains.get(domain);
        if (named == null) {
            throw new NoSuchElementException("there is no domain '" + domain + "', only " + domains.keySet());
        }
        return measure(named, at(instant));
    }

    private DomainMetrics measure(MetricsDomain domain, AsOf at) {
        DomainMetrics measured = domain.measure(at, rules);
        if (!measured.domain().equals(domain.name())) {
            throw new IllegalStateException("the domain '" + domain.name() + "' returned measurements of '"
                    + measured.domain() + "'; build its DomainMetrics with the name of the domain");
        }
        return measured;
    }

    /**
     * Ends measurements in progress on other threads: cancels the source and every domain, each whatever the others do.
     * Does not wait for them to end, and does not throw. Later measurements are not affected. A
     * {@link io.axisor.metrics.refresh.MetricsRefresher} calls it when it closes.
     */
    public void cancel() {
        cancel("the source", source::cancel);
        domains.forEach((name, domain) -> cancel("the domain '" + name + "'", domain::cancel));
    }

    private static void cancel(String what, Runnable cancellation) {
        try {
            cancellation.run();
        } catch (Throwable e) {
            LOG.debug("{} could not be cancelled: {}", what, e.getClass().getName());
        }
    }

    /**
     * Brings domains together, measured at the same or at different instants, and adds the metrics that need two of
     * them, as of the older of both.
     *
     * @param measured the domains' measurements
     * @return the snapshot
     */
    public MetricsSnapshot snapshotOf(Collection<? extends DomainMetrics> measured) {
        return new MetricsSnapshot(measured, terms);
    }

    /**
     * The domains, in the order of measuring.
     *
     * @return their names
     */
    public List<String> domains() {
        return List.copyOf(domains.keySet());
    }

    /**
     * What is measured.
     *
     * @return all definitions, those of the host's own domains among them
     */
    public MetricCatalog catalog() {
        return catalog;
    }

    /**
     * What tells the present.
     *
     * @return the clock
     */
    public InstantSource clock() {
        return clock;
    }

    private AsOf at(Instant instant) {
        return new AsOf(instant, clock.instant(), calendar);
    }

    private record OwnDomain(
            String name,
            List<MetricDefinition> definitions,
            BiFunction<AsOf, MeasurementRules, DomainMetrics> measuring)
            implements MetricsDomain {

        @Override
        public DomainMetrics measure(AsOf at, MeasurementRules rules) {
            return measuring.apply(at, rules);
        }
    }

    /** The options. */
    public static final class Builder {
        private final MetricsDataSource source;
        private final List<MetricsDomain> domains = new ArrayList<>();
        private BusinessCalendar calendar;
        private MeasurementRules rules = MeasurementRules.DEFAULT;
        private InstantSource clock = InstantSource.system();
        private BigDecimal grossMargin = BigDecimal.ONE;
        private int longestLifetimeInMonths = 60;
        private RiskConventions riskConventions = RiskConventions.DEFAULT;
        private HttpRequestSource httpRequests = HttpRequestSource.NONE;

        private Builder(MetricsDataSource source, BusinessCalendar calendar) {
            this.source = source;
            this.calendar = calendar;
        }

        /**
         * Another calendar, for weeks that do not start on Monday.
         *
         * @param newCalendar the calendar
         * @return this
         */
        public Builder calendar(BusinessCalendar newCalendar) {
            this.calendar = newCalendar;
            return this;
        }

        /**
         * How intervals, flags and folds are made.
         *
         * @param newRules the rules, by default {@link MeasurementRules#DEFAULT}
         * @return this
         */
        public Builder rules(MeasurementRules newRules) {
            this.rules = newRules;
            return this;
        }

        /**
         * What tells the present.
         *
         * @param newClock the clock, by default the system's
         * @return this
         */
        public Builder clock(InstantSource newClock) {
            this.clock = newClock;
            return this;
        }

        /**
         * The share of revenue that counts in the lifetime value.
         *
         * @param share above 0 and at most 1, by default 1
         * @return this
         */
        public Builder grossMargin(BigDecimal share) {
            this.grossMargin = share;
            return this;
        }

        /**
         * The most months that the lifetime value counts for a user, reached when nobody leaves.
         *
         * @param months at least 1, by default 60
         * @return this
         */
        public Builder longestLifetimeInMonths(int months) {
            this.longestLifetimeInMonths = months;
            return this;
        }

        /**
         * How risk is reckoned: days in a year, risk-free rate, days without trades.
         *
         * @param conventions the conventions, by default {@link RiskConventions#DEFAULT}
         * @return this
         */
        public Builder riskConventions(RiskConventions conventions) {
            this.riskConventions = conventions;
            return this;
        }

        /**
         * Where the HTTP requests of this process are known, such as the binder's {@code RegistryHttpRequests}.
         *
         * @param requests the source, by default {@link HttpRequestSource#NONE}
         * @return this
         */
        public Builder httpRequests(HttpRequestSource requests) {
            this.httpRequests = requests;
            return this;
        }

        /**
         * Adds a domain of the host's own, which gets the same refresh, gauges and documents as ours.
         *
         * @param domain the domain
         * @return this
         */
        public Builder domain(MetricsDomain domain) {
            this.domains.add(domain);
            return this;
        }

        /**
         * Ends the options.
         *
         * @return the metrics
         * @throws IllegalArgumentException naming every option that is out of bounds, or metrics that share a name
         */
        public BusinessMetrics build() {
            List<String> faults = new ArrayList<>();
            if (grossMargin.signum() <= 0 || grossMargin.compareTo(BigDecimal.ONE) > 0) {
                faults.add("grossMargin must be above 0 and at most 1, not " + grossMargin);
            }
            if (longestLifetimeInMonths < 1) {
                faults.add("longestLifetimeInMonths must be at least 1, not " + longestLifetimeInMonths);
            }
            if (!faults.isEmpty()) {
                throw new IllegalArgumentException(String.join("; ", faults));
            }
            return new BusinessMetrics(this);
        }
    }
}
