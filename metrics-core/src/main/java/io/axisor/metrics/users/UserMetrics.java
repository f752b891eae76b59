package io.axisor.metrics.users;

import static io.axisor.metrics.time.Window.ROLLING_24H;
import static io.axisor.metrics.time.Window.ROLLING_30D;
import static io.axisor.metrics.time.Window.ROLLING_90D;

import io.axisor.metrics.definition.DomainMetrics;
import io.axisor.metrics.definition.LeftOutRows;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementRecorder;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Counted;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The metrics of the users domain at one instant. Immutable. */
public final class UserMetrics extends DomainMetrics {

    private UserMetrics(AsOf at, List<Measurement> measurements, List<LeftOutRows> leftOut) {
        super(UserDefinitions.DOMAIN, at, measurements, leftOut);
    }

    /**
     * Takes the measurements from the facts.
     *
     * @param facts what was counted
     * @param at the instant it was counted for
     * @param rules how intervals, flags and folds are made
     * @return the metrics
     */
    public static UserMetrics of(UserFacts facts, AsOf at, MeasurementRules rules) {
        MeasurementRecorder recorder = new MeasurementRecorder(at, rules, facts.issues());
        recordAccounts(facts, recorder);
        recordActivity(facts, recorder);
        recordPlans(facts, recorder);
        recordSatisfaction(facts, recorder);
        recorder.issues(facts.issues());
        return new UserMetrics(at, recorder.measurements(), facts.issues().leftOut());
    }

    private static void recordAccounts(UserFacts facts, MeasurementRecorder recorder) {
        Finding<AccountFacts> accounts = facts.accounts();
        recorder.breakdown(UserDefinitions.USERS, null, Map.of(), accounts.map(AccountFacts::byPlan));
        for (Window window : UserDefinitions.NEW.windows()) {
            recorder.number(
                    UserDefinitions.NEW,
                    window,
                    Map.of(),
                    accounts.map(counts -> Counted.over(counts.created(), window, "AccountFacts.created")));
        }
        ratio(
                recorder,
                UserDefinitions.CONVERSION,
                ROLLING_30D,
                facts.conversion().flatMap(ConversionRate::of));
        recorder.breakdown(UserDefinitions.PAYING, null, Map.of(), facts.paying());
        ratio(recorder, UserDefinitions.VERIFIED, null, facts.verified().flatMap(VerificationRate::of));
    }

    private static void ratio(
            MeasurementRecorder recorder,
            MetricDefinition definition,
            @Nullable Window window,
            Finding<Ratio> finding) {
        recorder.ratio(definition, window, Map.of(), finding);
    }

    private static void recordActivity(UserFacts facts, MeasurementRecorder recorder) {
        for (Window window : UserDefinitions.ACTIVE.windows()) {
            recorder.number(UserDefinitions.ACTIVE, window, Map.of(), active(facts, window));
        }
        Finding<Long> day = active(facts, ROLLING_24H);
        Finding<Long> month = active(facts, ROLLING_30D);
        ratio(
                recorder,
                UserDefinitions.RETENTION,
                ROLLING_30D,
                facts.retention().flatMap(RetentionRate::of));
        ratio(recorder, UserDefinitions.CHURN, ROLLING_30D, facts.churn().flatMap(ChurnRate::of));
        ratio(recorder, UserDefinitions.STICKINESS, null, day.combine(month, Stickiness::of));
        ratio(
                recorder,
                UserDefinitions.STICKINESS_MEAN,
                null,
                facts.sumOfDailyActives().combine(month, Stickiness::ofMean));
        recorder.breakdown(
                UserDefinitions.LIFECYCLE,
                ROLLING_30D,
                Map.of(),
                facts.lifecycle().map(UserMetrics::byState));
    }

    private static Finding<Long> active(UserFacts facts, Window window) {
        return facts.active().map(counts -> Counted.over(counts, window, "UserFacts.active"));
    }

    private static Breakdown byState(LifecycleFacts facts) {
        return Breakdown.ofCounts(Map.of(
                "new", facts.fresh(),
                "returning", facts.returning(),
                "resurrected", facts.resurrected(),
                "dormant", facts.dormant()));
    }

    private static void recordPlans(UserFacts facts, MeasurementRecorder recorder) {
        recorder.breakdown(
                UserDefinitions.PLAN_CHANGES,
                ROLLING_30D,
                Map.of(),
                facts.planChanges()
                        .map(changes -> Breakdown.ofCounts(
                                Map.of("upgrade", changes.upgrades(), "downgrade", changes.downgrades()))));
        ratio(
                recorder,
                UserDefinitions.PLAN_UPGRADE,
                ROLLING_30D,
                facts.planChanges()
                        .combine(
                                facts.accounts(),
                                (changes, accounts) ->
                                        PlanUpgradeRate.of(changes.upgradedAccounts(), accounts.thirtyDaysBefore())));
    }

    private static void recordSatisfaction(UserFacts facts, MeasurementRecorder recorder) {
        Finding<SurveyFacts> surveys = facts.surveys();
        recorder.number(
                UserDefinitions.NPS,
                ROLLING_90D,
                Map.of(),
                surveys.flatMap(s -> NetPromoterScore.of(s.promoters(), s.detractors(), s.npsAnswers())));
        ratio(
                recorder,
                UserDefinitions.CSAT,
                ROLLING_90D,
                surveys.flatMap(s -> CustomerSatisfaction.of(s.satisfied(), s.csatAnswers())));
        recorder.number(
                UserDefinitions.RESPONSES, ROLLING_90D, Map.of(), surveys.map(s -> s.npsAnswers() + s.csatAnswers()));
    }

    @Override
    public UserMetrics withFindings(UnaryOperator<Finding<BigDecimal>> change) {
        return new UserMetrics(at(), changed(change), leftOut());
    }

    /**
     * Judges who pays and who came to pay by the payments and subscriptions that the revenue domain left out.
     *
     * @param revenue rows of the revenue domain, and how many of them were left out
     * @param rules how many may be
     * @return the same metrics; flagged or undefined where many were
     */
    public UserMetrics judgedBy(List<LeftOutRows> revenue, MeasurementRules rules) {
        return new UserMetrics(at(), judgedBy(revenue, rules.leftOut()), leftOut());
    }

    /**
     * Accounts, {@code users}.
     *
     * @return a count by plan
     */
    public List<Measurement> byPlan() {
        return all(UserDefinitions.USERS, null);
    }

    /**
     * All accounts: the sum of {@link #byPlan()}.
     *
     * @return the count, or why there is none
     */
    public Finding<BigDecimal> total() {
        return byPlan().stream()
                .map(Measurement::finding)
                .reduce((left, right) -> left.combine(right, (a, b) -> Finding.ok(a.add(b))))
                .orElseGet(() -> Finding.ok(BigDecimal.ZERO));
    }

    /**
     * People with activity, {@code users.active}.
     *
     * @param window 24h, 7d or 30d
     * @return the count
     */
    public Measurement active(Window window) {
        return only(UserDefinitions.ACTIVE, window);
    }

    /**
     * Accounts created, {@code users.new}.
     *
     * @param window 24h, 7d, 30d, today, this_week or this_month
     * @return the count
     */
    public Measurement created(Window window) {
        return only(UserDefinitions.NEW, window);
    }

    /**
     * The share of new accounts that came back, {@code users.retention}.
     *
     * @return the ratio
     */
    public Measurement retention() {
        return only(UserDefinitions.RETENTION, ROLLING_30D);
    }

    /**
     * The share of active people who left, {@code users.churn}.
     *
     * @return the ratio
     */
    public Measurement churn() {
        return only(UserDefinitions.CHURN, ROLLING_30D);
    }

    /**
     * How many of a month's people came in the last day, {@code users.stickiness}.
     *
     * @return the ratio
     */
    public Measurement stickiness() {
        return only(UserDefinitions.STICKINESS, null);
    }

    /**
     * How many of a month's people come on a mean day, {@code users.stickiness.mean}.
     *
     * @return the ratio
     */
    public Measurement meanStickiness() {
        return only(UserDefinitions.STICKINESS_MEAN, null);
    }

    /**
     * New, returning, resurrected and dormant people, {@code users.lifecycle}.
     *
     * @return a count by state
     */
    public List<Measurement> lifecycle() {
        return all(UserDefinitions.LIFECYCLE, ROLLING_30D);
    }

    /**
     * The share of new accounts that came to pay, {@code users.conversion}.
     *
     * @return the ratio
     */
    public Measurement conversion() {
        return only(UserDefinitions.CONVERSION, ROLLING_30D);
    }

    /**
     * Accounts that pay, {@code users.paying}.
     *
     * @return a count by plan
     */
    public List<Measurement> paying() {
        return all(UserDefinitions.PAYING, null);
    }

    /**
     * Upgrades and downgrades, {@code plans.changes}.
     *
     * @return a count by direction
     */
    public List<Measurement> planChanges() {
        return all(UserDefinitions.PLAN_CHANGES, ROLLING_30D);
    }

    /**
     * The share of accounts that were upgraded, {@code plans.upgrade}.
     *
     * @return the ratio
     */
    public Measurement planUpgrade() {
        return only(UserDefinitions.PLAN_UPGRADE, ROLLING_30D);
    }

    /**
     * The Net Promoter Score, {@code satisfaction.nps}.
     *
     * @return the score, −100..100
     */
    public Measurement netPromoterScore() {
        return only(UserDefinitions.NPS, ROLLING_90D);
    }

    /**
     * The share of satisfied customers, {@code satisfaction.csat}.
     *
     * @return the ratio
     */
    public Measurement customerSatisfaction() {
        return only(UserDefinitions.CSAT, ROLLING_90D);
    }

    /**
     * Answers to surveys, {@code satisfaction.responses}.
     *
     * @return the count
     */
    public Measurement surveyResponses() {
        return only(UserDefinitions.RESPONSES, ROLLING_90D);
    }

    /**
     * The share of accounts whose person is verified, {@code compliance.verified}.
     *
     * @return the ratio
     */
    public Measurement verified() {
        return only(UserDefinitions.VERIFIED, null);
    }
}
