package io.axisor.metrics.users;

import static io.axisor.metrics.time.Window.ROLLING_24H;
import static io.axisor.metrics.time.Window.ROLLING_30D;
import static io.axisor.metrics.time.Window.ROLLING_7D;
import static io.axisor.metrics.time.Window.ROLLING_90D;
import static io.axisor.metrics.time.Window.THIS_MONTH;
import static io.axisor.metrics.time.Window.THIS_WEEK;
import static io.axisor.metrics.time.Window.TODAY;

import io.axisor.metrics.value.MetricDefinition;
import io.axisor.metrics.value.MetricUnit;
import java.util.List;

/** What the metrics of the users domain mean. */
public final class UserDefinitions {

    /** The name of the domain. */
    public static final String DOMAIN = "users";

    /** Accounts that exist. */
    public static final MetricDefinition USERS = of("users", MetricUnit.USERS)
            .tags("plan")
            .describedAs("Accounts created before t and not deleted before it, by plan");

    /** People with activity. */
    public static final MetricDefinition ACTIVE = of("users.active", MetricUnit.USERS)
            .windows(ROLLING_24H, ROLLING_7D, ROLLING_30D)
            .describedAs(
                    "Distinct people with activity in the window, their account deleted since or not. From activity"
                            + " events where mapped, exact for every t; else accounts whose last activity is not before"
                            + " the window, UNDEFINED for a past t once later activity has overwritten the evidence");

    /** Accounts created. */
    public static final MetricDefinition NEW = of("users.new", MetricUnit.USERS)
            .windows(ROLLING_24H, ROLLING_7D, ROLLING_30D, TODAY, THIS_WEEK, THIS_MONTH)
            .describedAs("Accounts created in the window, deleted since or not");

    /** {@link RetentionRate}. */
    public static final MetricDefinition RETENTION = of("users.retention", MetricUnit.RATIO)
            .windows(ROLLING_30D)
            .describedAs("Of the accounts created in [t-60d, t-30d), the share active in [t-30d, t)");

    /** {@link ChurnRate}. */
    public static final MetricDefinition CHURN = of("users.churn", MetricUnit.RATIO)
            .windows(ROLLING_30D)
            .describedAs(
                    "Of the people active in [t-60d, t-30d), the share not active in [t-30d, t). From last activity"
                            + " alone, the base is the accounts created before t-30d and last active since t-60d");

    /** {@link Stickiness#of}. */
    public static final MetricDefinition STICKINESS = of("users.stickiness", MetricUnit.RATIO)
            .describedAs("Active people of the last 24 h ÷ those of the last 30 d");

    /** {@link Stickiness#ofMean}. */
    public static final MetricDefinition STICKINESS_MEAN = of("users.stickiness.mean", MetricUnit.RATIO)
            .describedAs("Mean of the last 30 rolling days' active people ÷ distinct active people of those days;"
                    + " needs activity events");

    /** {@link LifecycleFacts}. */
    public static final MetricDefinition LIFECYCLE = of("users.lifecycle", MetricUnit.USERS)
            .windows(ROLLING_30D)
            .tags("state")
            .describedAs("Active in the window: new when the account was created in it, else returning when active in"
                    + " the 30 d before too, else resurrected; dormant: active in the 30 d before, not in the window."
                    + " new + returning + resurrected = active 30 d; needs activity events");

    /** {@link ConversionRate}. */
    public static final MetricDefinition CONVERSION = of("users.conversion", MetricUnit.RATIO)
            .windows(ROLLING_30D)
            .describedAs("Of the accounts created in [t-60d, t-30d), the share whose first successful payment came"
                    + " within 30 days of their creation, or before it");

    /** Accounts that pay. */
    public static final MetricDefinition PAYING = of("users.paying", MetricUnit.USERS)
            .tags("plan")
            .describedAs(
                    "Accounts that exist at t, by their plan, with a paying subscription; without subscriptions, with a"
                            + " successful payment in the last 30 d");

    /** Changes of plan. */
    public static final MetricDefinition PLAN_CHANGES = of("plans.changes", MetricUnit.CHANGES)
            .windows(ROLLING_30D)
            .tags("direction")
            .describedAs("Changes of plan in the window, up and down in the configured order of plans");

    /** {@link PlanUpgradeRate}. */
    public static final MetricDefinition PLAN_UPGRADE = of("plans.upgrade", MetricUnit.RATIO)
            .windows(ROLLING_30D)
            .describedAs("Distinct accounts upgraded in the window ÷ accounts at t-30d");

    /** {@link NetPromoterScore}. */
    public static final MetricDefinition NPS = of("satisfaction.nps", MetricUnit.SCORE)
            .windows(ROLLING_90D)
            .describedAs("Net Promoter Score on 0-10: (promoters 9-10 − detractors 0-6) ÷ answers, as −100..100");

    /** {@link CustomerSatisfaction}. */
    public static final MetricDefinition CSAT = of("satisfaction.csat", MetricUnit.RATIO)
            .windows(ROLLING_90D)
            .describedAs("Share of the answers 4 and 5 on 1-5");

    /** Answers to surveys. */
    public static final MetricDefinition RESPONSES = of("satisfaction.responses", MetricUnit.RESPONSES)
            .windows(ROLLING_90D)
            .describedAs("Survey answers in the window, on either scale");

    /** {@link VerificationRate}. */
    public static final MetricDefinition VERIFIED = of("compliance.verified", MetricUnit.RATIO)
            .describedAs("Share of the accounts at t whose person is verified now");

    /** All of them. */
    public static final List<MetricDefinition> ALL = List.of(
            USERS,
            ACTIVE,
            NEW,
            RETENTION,
            CHURN,
            STICKINESS,
            STICKINESS_MEAN,
            LIFECYCLE,
            CONVERSION,
            PAYING,
            PLAN_CHANGES,
            PLAN_UPGRADE,
            NPS,
            CSAT,
            RESPONSES,
            VERIFIED);

    private UserDefinitions() {}

    private static MetricDefinition.Builder of(String key, MetricUnit unit) {
        return MetricDefinition.of(DOMAIN, key, unit);
    }
}
