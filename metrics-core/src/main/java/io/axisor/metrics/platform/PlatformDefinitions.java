package io.axisor.metrics.platform;

import static io.axisor.metrics.definition.RowAxis.ACTIVITY;
import static io.axisor.metrics.definition.RowAxis.FEATURES;
import static io.axisor.metrics.definition.RowAxis.REQUESTS_OPEN;
import static io.axisor.metrics.definition.RowAxis.TICKETS_OPEN;
import static io.axisor.metrics.definition.RowAxis.TICKET_SCORES;
import static io.axisor.metrics.definition.RowAxis.USERS_EXISTING;
import static io.axisor.metrics.time.Window.LIFETIME;
import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.value.Statistic;
import java.util.List;

/** What the metrics of the platform domain mean. */
public final class PlatformDefinitions {

    /** The name of the domain. */
    public static final String DOMAIN = "platform";

    /** The tag that names a feature. */
    public static final String FEATURE = "feature";

    /** People who used a feature. */
    public static final MetricDefinition FEATURE_USERS = of("features.users", MetricUnit.USERS)
            .tags(FEATURE)
            .restsOn(FEATURES)
            .describedAs("Distinct people who used the feature in the window");

    /** The share of active people who used a feature. */
    public static final MetricDefinition FEATURE_ADOPTION = of("features.adoption", MetricUnit.RATIO)
            .tags(FEATURE)
            .restsOn(FEATURES, ACTIVITY)
            .restsOn(USERS_EXISTING.in(LIFETIME).unless(ACTIVITY))
            .describedAs("Distinct people who used the feature in the window ÷ people active in it");

    /** Tickets. */
    public static final MetricDefinition TICKETS = of("support.tickets", MetricUnit.TICKETS)
            .tags("state")
            .restsOn(TICKETS_OPEN)
            .describedAs("Support tickets that were open at some time in the window: open still, or resolved in it");

    /** How long people wait for an answer. */
    public static final MetricDefinition FIRST_RESPONSE = of("support.first.response", MetricUnit.SECONDS)
            .statistics(Statistic.MEAN, Statistic.P95)
            .restsOn(TICKETS_OPEN)
            .describedAs("From opening to the first response, of tickets whose first response came in the window;"
                    + " percentiles within 5 %");

    /** How long tickets take. */
    public static final MetricDefinition RESOLUTION = of("support.resolution", MetricUnit.SECONDS)
            .statistics(Statistic.MEAN, Statistic.P95)
            .restsOn(TICKETS_OPEN)
            .describedAs("From opening to resolution, of tickets resolved in the window; percentiles within 5 %");

    /** {@link OnTimeRate} of tickets. */
    public static final MetricDefinition SLA = of("support.sla", MetricUnit.RATIO)
            .restsOn(TICKETS_OPEN)
            .describedAs("Of the tickets with a due date, resolved by it ÷ (resolved in the window + overdue at t)");

    /** {@link TicketSatisfaction}. */
    public static final MetricDefinition SATISFACTION = of("support.satisfaction", MetricUnit.RATIO)
            .restsOn(TICKETS_OPEN, TICKET_SCORES)
            .describedAs("Share of the scores 4 and 5 on 1-5, of tickets resolved in the window");

    /** Requests of people about their data. */
    public static final MetricDefinition COMPLIANCE_REQUESTS = of("compliance.requests", MetricUnit.REQUESTS)
            .tags("state", "request")
            .restsOn(REQUESTS_OPEN)
            .describedAs("Requests of people about their data that were open at some time in the window, by kind: open"
                    + " still, overdue, or completed in it");

    /** {@link OnTimeRate} of requests. */
    public static final MetricDefinition ON_TIME = of("compliance.on.time", MetricUnit.RATIO)
            .restsOn(REQUESTS_OPEN)
            .describedAs("Of the requests with a due date, completed by it ÷ (completed in the window + overdue at t)");

    /** All of them. */
    public static final List<MetricDefinition> ALL = List.of(
            FEATURE_USERS,
            FEATURE_ADOPTION,
            TICKETS,
            FIRST_RESPONSE,
            RESOLUTION,
            SLA,
            SATISFACTION,
            COMPLIANCE_REQUESTS,
            ON_TIME);

    private PlatformDefinitions() {}

    private static MetricDefinition.Builder of(String key, MetricUnit unit) {
        return MetricDefinition.of(DOMAIN, key, unit).windows(ROLLING_30D);
    }
}
