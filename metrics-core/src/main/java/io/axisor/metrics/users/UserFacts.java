package io.axisor.metrics.users;

import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Finding;
import java.util.Map;

/**
 * All that a source must count for the metrics of this domain at one instant {@code t}. What a source has not mapped
 * stays {@link io.axisor.metrics.value.Status#UNAVAILABLE} with the name of the missing mapping. Immutable.
 */
public final class UserFacts {

    private final Finding<AccountFacts> accounts;
    private final Finding<Map<Window, Long>> active;
    private final Finding<Cohort> retention;
    private final Finding<Cohort> churn;
    private final Finding<Long> sumOfDailyActives;
    private final Finding<LifecycleFacts> lifecycle;
    private final Finding<Cohort> conversion;
    private final Finding<Breakdown> paying;
    private final Finding<Cohort> verified;
    private final Finding<PlanChangeFacts> planChanges;
    private final Finding<SurveyFacts> surveys;
    private final DataIssues issues;

    private UserFacts(Builder builder) {
        this.accounts = builder.accounts;
        this.active = builder.active;
        this.retention = builder.retention;
        this.churn = builder.churn;
        this.sumOfDailyActives = builder.sumOfDailyActives;
        this.lifecycle = builder.lifecycle;
        this.conversion = builder.conversion;
        this.paying = builder.paying;
        this.verified = builder.verified;
        this.planChanges = builder.planChanges;
        this.surveys = builder.surveys;
        this.issues = builder.issues;
    }

    /**
     * Begins with nothing mapped.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The accounts.
     *
     * @return how many there are
     */
    public Finding<AccountFacts> accounts() {
        return accounts;
    }

    /**
     * Distinct people with activity, deleted since or not.
     *
     * @return how many in each rolling window
     */
    public Finding<Map<Window, Long>> active() {
        return active;
    }

    /**
     * The accounts created in {@code [t-60d, t-30d)}; matching are those active in {@code [t-30d, t)}.
     *
     * @return the cohort
     */
    public Finding<Cohort> retention() {
        return retention;
    }

    /**
     * The people active in {@code [t-60d, t-30d)}; matching are those not active in {@code [t-30d, t)}.
     *
     * @return the cohort
     */
    public Finding<Cohort> churn() {
        return churn;
    }

    /**
     * The distinct people active on each of the last 30 rolling days, added up over the days.
     *
     * @return the sum of the 30 counts
     */
    public Finding<Long> sumOfDailyActives() {
        return sumOfDailyActives;
    }

    /**
     * The people of the last 60 days by state.
     *
     * @return the states
     */
    public Finding<LifecycleFacts> lifecycle() {
        return lifecycle;
    }

    /**
     * The accounts created in {@code [t-60d, t-30d)}; matching are those whose first successful payment came within 30
     * days of their creation.
     *
     * @return the cohort
     */
    public Finding<Cohort> conversion() {
        return conversion;
    }

    /**
     * Accounts that pay at {@code t}, by the account's plan.
     *
     * @return distinct accounts
     */
    public Finding<Breakdown> paying() {
        return paying;
    }

    /**
     * The accounts that exist just before {@code t}; matching are those of people who are verified now.
     *
     * @return the accounts
     */
    public Finding<Cohort> verified() {
        return verified;
    }

    /**
     * The changes of plan of the last 30 days.
     *
     * @return the changes
     */
    public Finding<PlanChangeFacts> planChanges() {
        return planChanges;
    }

    /**
     * The survey answers of the last 90 days.
     *
     * @return the answers
     */
    public Finding<SurveyFacts> surveys() {
        return surveys;
    }

    /**
     * Rows that were left out.
     *
     * @return by check
     */
    public DataIssues issues() {
        return issues;
    }

    /** Collects the facts of one instant; for one thread. */
    public static final class Builder {
        private static final String NO_ACTIVITY = "neither activity events nor users' last activity are mapped";

        private Finding<AccountFacts> accounts = Finding.unavailable("users are not mapped");
        private Finding<Map<Window, Long>> active = Finding.unavailable(NO_ACTIVITY);
        private Finding<Cohort> retention = Finding.unavailable(NO_ACTIVITY);
        private Finding<Cohort> churn = Finding.unavailable(NO_ACTIVITY);
        private Finding<Long> sumOfDailyActives = Finding.unavailable("activity events are not mapped");
        private Finding<LifecycleFacts> lifecycle = Finding.unavailable("activity events are not mapped");
        private Finding<Cohort> conversion = Finding.unavailable("users and payments are not both mapped");
        private Finding<Breakdown> paying = Finding.unavailable("neither subscriptions nor payments are mapped");
        private Finding<Cohort> verified = Finding.unavailable("it is not mapped which users are verified");
        private Finding<PlanChangeFacts> planChanges = Finding.unavailable("plan changes are not mapped");
        private Finding<SurveyFacts> surveys = Finding.unavailable("survey answers are not mapped");
        private DataIssues issues = DataIssues.NONE;

        private Builder() {}

        /**
         * Sets {@link UserFacts#accounts()}.
         *
         * @param value the accounts
         * @return this
         */
        public Builder accounts(Finding<AccountFacts> value) {
            this.accounts = value;
            return this;
        }

        /**
         * Sets {@link UserFacts#active()}.
         *
         * @param value the counts
         * @return this
         */
        public Builder active(Finding<Map<Window, Long>> value) {
            this.active = value;
            return this;
        }

        /**
         * Sets {@link UserFacts#retention()}.
         *
         * @param value the cohort
         * @return this
         */
        public Builder retention(Finding<Cohort> value) {
            this.retention = value;
            return this;
        }

        /**
         * Sets {@link UserFacts#churn()}.
         *
         * @param value the cohort
         * @return this
         */
        public Builder churn(Finding<Cohort> value) {
            this.churn = value;
            return this;
        }

        /**
         * Sets {@link UserFacts#sumOfDailyActives()}.
         *
         * @param value the sum
         * @return this
         */
        public Builder sumOfDailyActives(Finding<Long> value) {
            this.sumOfDailyActives = value;
            return this;
        }

        /**
         * Sets {@link UserFacts#lifecycle()}.
         *
         * @param value the states
         * @return this
         */
        public Builder lifecycle(Finding<LifecycleFacts> value) {
            this.lifecycle = value;
            return this;
        }

        /**
         * Sets {@link UserFacts#conversion()}.
         *
         * @param value the cohort
         * @return this
         */
        public Builder conversion(Finding<Cohort> value) {
            this.conversion = value;
            return this;
        }

        /**
         * Sets {@link UserFacts#paying()}.
         *
         * @param value the accounts
         * @return this
         */
        public Builder paying(Finding<Breakdown> value) {
            this.paying = value;
            return this;
        }

        /**
         * Sets {@link UserFacts#verified()}.
         *
         * @param value the facts, or why there are none
         * @return this
         */
        public Builder verified(Finding<Cohort> value) {
            this.verified = value;
            return this;
        }

        /**
         * Sets {@link UserFacts#planChanges()}.
         *
         * @param value the changes
         * @return this
         */
        public Builder planChanges(Finding<PlanChangeFacts> value) {
            this.planChanges = value;
            return this;
        }

        /**
         * Sets {@link UserFacts#surveys()}.
         *
         * @param value the answers
         * @return this
         */
        public Builder surveys(Finding<SurveyFacts> value) {
            this.surveys = value;
            return this;
        }

        /**
         * Says that accounts' last activity, the only evidence, no longer tells who was active before {@code t}.
         *
         * @return this
         */
        public Builder activityOverwritten() {
            String reason =
                    "later activity has overwritten the evidence: last activity alone tells about the present; map"
                            + " activity events";
            return active(Finding.undefined(reason))
                    .retention(Finding.undefined(reason))
                    .churn(Finding.undefined(reason));
        }

        /**
         * Says that activity is mapped, but accounts are not, so that nobody can be called new.
         *
         * @return this
         */
        public Builder activityWithoutAccounts() {
            String reason = "users are not mapped, so nobody's creation date is known";
            return retention(Finding.unavailable(reason)).lifecycle(Finding.unavailable(reason));
        }

        /**
         * Says that changes of plan are mapped, but no order of plans gives them a direction.
         *
         * @return this
         */
        public Builder planChangesWithoutOrder() {
            return planChanges(Finding.unavailable("plan changes are mapped, but the order of plans is not given"));
        }

        /**
         * Adds to {@link UserFacts#issues()}.
         *
         * @param more rows that were left out
         * @return this
         */
        public Builder issues(DataIssues more) {
            this.issues = issues.plus(more);
            return this;
        }

        /**
         * Ends the collection.
         *
         * @return the facts
         */
        public UserFacts build() {
            return new UserFacts(this);
        }
    }
}
