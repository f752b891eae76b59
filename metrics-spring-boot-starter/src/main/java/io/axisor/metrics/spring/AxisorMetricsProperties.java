package io.axisor.metrics.spring;

import io.axisor.metrics.definition.LeftOutLimits;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.value.ConfidenceLevel;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an application may set.
 *
 * @param enabled Whether business metrics are measured.
 * @param dataSource Name of the DataSource bean to read from, where there are several and none is primary.
 * @param zone Business time zone, in which days, weeks and months are cut.
 * @param verify What becomes of a mapping that does not fit the database: the application does not start (fail), it is
 *     logged (log), or it is not looked at (off).
 * @param queryTimeout Longest that one transaction, and so one statement, may take, in whole seconds.
 * @param prefix First segments of all meter names.
 * @param layout Which meters show the values: a gauge for each metric and window (standard), the five gauges of the Axisor
 *     dashboards (axisor), or both.
 * @param layoutCurrency Currency whose money the Axisor layout shows, where there are several.
 * @param seriesCap Most series that are shown.
 * @param tags Tags of every meter.
 * @param grossMargin Share of revenue that counts in the customer lifetime value, above 0 and at most 1.
 * @param longestLifetimeMonths Most months that the customer lifetime value counts for a user, reached when nobody leaves.
 * @param rules What holds for every measurement.
 * @param refresh When values are computed.
 * @param health The health indicator.
 * @param schema The mapping: which tables, columns or entities hold what; its keys are those of SchemaProperties.
 */
@ConfigurationProperties(AxisorMetricsProperties.PREFIX)
record AxisorMetricsProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable String dataSource,
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("fail") Verify verify,
        @DefaultValue("10s") Duration queryTimeout,
        @DefaultValue("business") String prefix,
        @DefaultValue("standard") Layout layout,
        @Nullable String layoutCurrency,
        @DefaultValue("10000") int seriesCap,
        @DefaultValue Map<String, String> tags,
        @DefaultValue("1") BigDecimal grossMargin,
        @DefaultValue("60") int longestLifetimeMonths,
        @DefaultValue Rules rules,
        @DefaultValue Refresh refresh,
        @DefaultValue Health health,
        @DefaultValue Map<String, String> schema) {

    static final String PREFIX = "axisor.metrics";
    static final String SCHEMA = PREFIX + ".schema";

    /** What becomes of a mapping that does not fit. */
    enum Verify {
        /** The application does not start. */
        FAIL,
        /** It is logged. */
        LOG,
        /** It is not looked at. */
        OFF
    }

    /** Which meters there are. */
    enum Layout {
        /** A gauge for each metric and window. */
        STANDARD,
        /** The five gauges of the Axisor dashboards. */
        AXISOR,
        /** All of them. */
        BOTH
    }

    /** Whether replicas agree on who computes. */
    enum Lease {
        /** By the application's RefreshLease, if there is one. */
        AUTO,
        /** By the application's RefreshLease; without one, the application does not start. */
        REQUIRED,
        /** They do not: each computes. */
        OFF
    }

    /**
     * What holds for every measurement.
     *
     * @param confidence Confidence of the intervals of ratios: 90, 95 or 99 percent (p90, p95, p99).
     * @param minimumSample Fewest counts of a ratio that is not flagged as a small sample.
     * @param topValues Most values of a tag that are shown by name, besides the known ones; the others are one.
     * @param leftOut How many of the rows that would count may be left out because they say something impossible.
     */
    record Rules(
            @DefaultValue("p95") ConfidenceLevel confidence,
            @DefaultValue("30") int minimumSample,
            @DefaultValue("50") int topValues,
            @DefaultValue LeftOut leftOut) {

        MeasurementRules measurementRules() {
            return new MeasurementRules(
                    confidence,
                    minimumSample,
                    topValues,
                    new LeftOutLimits(leftOut.flaggedAbove(), leftOut.undefinedAbove(), leftOut.leastRows()));
        }
    }

    /**
     * How many of the rows that would count may be left out because they say something impossible.
     *
     * @param flaggedAbove Share of the rows above which a value is flagged, 0 to 1.
     * @param undefinedAbove Share of the rows above which there is no value, 0 to 1.
     * @param leastRows Fewest rows that leave no value; of fewer it is flagged only.
     */
    record LeftOut(
            @DefaultValue("0.05") double flaggedAbove,
            @DefaultValue("0.5") double undefinedAbove,
            @DefaultValue("20") long leastRows) {}

    /**
     * When values are computed.
     *
     * @param interval How often each domain is computed.
     * @param intervals How often single domains are computed, by domain: users, revenue, automation, trading, platform,
     *     system.
     * @param staleAfter How long last good values are shown when newer ones cannot be had. By default three intervals, at
     *     least five minutes.
     * @param jitter Share of itself by which an interval is randomly longer or shorter, 0 to 0.5.
     * @param lease Whether replicas agree on who computes: by the bean of type RefreshLease if there is one (auto), or else
     *     not start (required), or not at all (off).
     */
    record Refresh(
            @DefaultValue("1m") Duration interval,
            @DefaultValue Map<String, Duration> intervals,
            @Nullable Duration staleAfter,
            @DefaultValue("0.1") double jitter,
            @DefaultValue("auto") Lease lease) {}

    /**
     * The health indicator.
     *
     * @param enabled Whether there is a health indicator.
     * @param downOnFailure Whether the health is DOWN while the last computation of any domain has failed; else it is UP and
     *     tells so.
     */
    record Health(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("false") boolean downOnFailure) {}
}
