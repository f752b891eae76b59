package io.axisor.metrics.users;

import static io.axisor.metrics.definition.RowAxis.ACTIVITY;
import static io.axisor.metrics.definition.RowAxis.PAYMENTS_PAID;
import static io.axisor.metrics.definition.RowAxis.SUBSCRIPTIONS_OPEN;
import static io.axisor.metrics.definition.RowAxis.SURVEYS;
import static io.axisor.metrics.definition.RowAxis.USERS_CREATED;
import static io.axisor.metrics.definition.RowAxis.USERS_EXISTING;
import static io.axisor.metrics.definition.RowAxis.USERS_LAST_ACTIVE;
import static io.axisor.metrics.time.Window.LIFETIME;
import static io.axisor.metrics.time.Window.ROLLING_24H;
import static io.axisor.metrics.time.Window.ROLLING_30D;
import static io.axisor.metrics.time.Window.ROLLING_7D;
import static io.axisor.metrics.time.Window.ROLLING_90D;
import static io.axisor.metrics.time.Window.THIS_MONTH;
import static io.axisor.metrics.time.Window.THIS_WEEK;
import static io.axisor.metrics.time.Window.TODAY;

import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.definition.RowBasis;
import java.util.List;

/** What the metrics of the users domain mean. */
public final class UserDefinitions {

    /** The name of the domain. */
    public static final String DOMAIN = "users";

    /**
     * What tells who was active where there are no activity events: all accounts, since a count of those that were active in
     * each window would have every account looked at again.
     */
    private static final RowBasis[] BY_LAST_ACTIVITY = {
        USERS_EXISTING.in(LIFETIME).unless(ACTIVITY),
        USERS_LAST_ACTIVE.in(LIFETIME).unless(ACTIVITY)
    };

    /** Accounts that exist. */
    public static final MetricDefinition USERS = of("users", MetricUnit.USERS)
            .tags("plan")
            .restsOn(USERS_EXISTING)
            .describedAs("Accounts created before t and not deleted before it, by plan");

    /** People with activity. */
    public static final MetricDefinition ACTIVE = of("users.active", MetricUnit.USERS)
            .windows(ROLLING_24H, ROLLING_7D, ROLLING_30D)
            .restsOn(ACTIVITY)
            .restsOn(BY_LAST_ACTIVITY)
            .describedAs(
                    "Distinct people with activity in the window, their account deleted since or not. From activity"
                            + " events where mapped, exact for every t; else accounts whose last activity is not before"
                            + " the window, UNDEFINED for a past t once later activity has overwritten the evidence");

    /** Accounts created. */
    public static final MetricDefinition NEW = of("users.new", MetricUnit.USERS)
            .windows(ROLLING_24H, ROLLING_7D, ROLLING_30D, TODAY, THIS_WEEK, THIS_MONTH)
            .restsOn(USERS_CREATED)
            .describedAs("Accounts created in the window, deleted since or not");

    /** {@link RetentionRate}. */
    public static final MetricDefinition RETENTION = of("users.retention", MetricUnit.RATIO)
            .windows(ROLLING_30D)
            .restsOn(ACTIVITY)
            .restsOn(USERS_CREATED.before())
            .restsOn(BY_LAST_ACTIVITY)
            .describedAs("Of the accounts created in [t-60d, t-30d), the share active in [t-30d, t)");

    /** {@link ChurnRate}. */
    public static final MetricDefinition CHURN = of("users.churn", MetricUnit.RATIO)
            .windows(ROLLING_30D)
            .restsOn(ACTIVITY)
            .restsOn(ACTIVITY.before())
            .restsOn(BY_LAST_ACTIVITY)
            .describedAs(
                    "Of the people active in [t-60d, t-30d), the share not active in [t-30d, t). From last activity"
                            + " alone, the base is the accounts created before t-30d and last active since t-60d");

    /** {@link Stickiness#of}. */
    public static final MetricDefinition STICKINESS = of("users.stickiness", MetricUnit.RATIO)
            .restsOn(ACTIVITY.in(ROLLING_24H), ACTIVITY.in(ROLLING_30D))
            .restsOn(BY_LAST_ACTIVITY)
            .describedAs("Active people of the last 24 h ÷ those of the last 30 d");

    /** {@link Stickiness#ofMean}. */
    public static final MetricDefinition STICKINESS_MEAN = of("users.stickiness.mean", MetricUnit.RATIO)
            .restsOn(ACTIVITY.in(ROLLING_30D))
            .describedAs("Mean of the last 30 rolling days' active people ÷ distinct active people of those days;"
                    + " needs activity events");

    /** {@link LifecycleFacts}. */
    public static final MetricDefinition LIFECYCLE = of("users.lifecycle", MetricUnit.USERS)
            .windows(ROLLING_30D)
            .tags("state")
            .restsOn(ACTIVITY, USERS_CREATED)
            .restsOn(ACTIVITY.before())
            .describedAs("Active in the window: new when the account was created in it, else returning when active in"
                    + " the 30 d before too, else resurrected; dormant: active in the 30 d before, not in the window."
                    + " new + returning + resurrected = active 30 d; needs activity events");

    /** {@link ConversionRate}. */
    public static final MetricDefinition CONVERSION = of("users.conversion", MetricUnit.RATIO)
            .windows(ROLLING_30D)
            .restsOn(PAYMENTS_PAID)
            .restsOn(PAYMENTS_PAID.before(), USERS_CREATED.before())
            .describedAs("Of the accounts created in [t-60d, t-30d), the share whose first successful payment came"
                    + " within 30 days of their creation, or before it");

    /** Accounts that pay. */
    public static final MetricDefinition PAYING = of("users.paying", MetricUnit.USERS)
            .tags("plan")
            .restsOn(USERS_EXISTING, SUBSCRIPTIONS_OPEN)
            .restsOn(PAYMENTS_PAID.in(ROLLING_30D).unless(SUBSCRIPTIONS_OPEN))
            .describedAs(
                    "Accounts that exist at t, by their plan, with a paying subscription; without subscriptions, with a"
                            + " successful payment in the last 30 d");

    /** Changes of plan. */
    public static final MetricDefinition PLAN_CHANGES = of("plans.changes", MetricUnit.CHANGES)
            .windows(ROLLING_30D)
            .tags("direction")
            .restsOn(RowAxis.PLAN_CHANGES)
            .describedAs("Changes of plan in the window, up and down in the configured order of plans");

    /** {@link PlanUpgradeRate}. */
    public static final MetricDefinition PLAN_UPGRADE = of("plans.upgrade", MetricUnit.RATIO)
            .windows(ROLLING_30D)
            .restsOn(RowAxis.PLAN_CHANGES)
            .restsOn(USERS_EXISTING.in(LIFETIME))
            .describedAs("Distinct accounts upgraded in the window ÷ accounts at t-30d");

    /** {@link NetPromoterScore}. */
    public static final MetricDefinition NPS = of("satisfaction.nps", MetricUnit.SCORE)
            .windows(ROLLING_90D)
            .restsOn(SURVEYS)
            .describedAs("Net Promoter Score on 0-10: (promoters 9-10 − detractors 0-6) ÷ answers, as −100..100");

    /** {@link CustomerSatisfaction}. */
    public static final MetricDefinition CSAT = of("satisfaction.csat", MetricUnit.RATIO)
            .windows(ROLLING_90D)
            .restsOn(SURVEYS)
            .describedAs("Share of the answers 4 and 5 on 1-5");

    /** Answers to surveys. */
    public static final MetricDefinition RESPONSES = of("satisfaction.responses", MetricUnit.RESPONSES)
            .windows(ROLLING_90D)
            .restsOn(SURVEYS)
            .describedAs("Survey answers in the window, on either scale");

    /** {@link VerificationRate}. */
    public static final MetricDefinition VERIFIED = of("compliance.verified", MetricUnit.RATIO)
            .restsOn(USERS_EXISTING)
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
