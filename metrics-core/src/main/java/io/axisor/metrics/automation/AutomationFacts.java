package io.axisor.metrics.automation;

import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.DurationHistogram;
import io.axisor.metrics.value.Finding;
import java.util.Map;

/**
 * All that a source must count for the metrics of this domain at one instant {@code t}. What a source has not mapped
 * stays {@link io.axisor.metrics.value.Status#UNAVAILABLE} with the name of the missing mapping. Immutable.
 */
public final class AutomationFacts {

    private final Finding<AutomationCounts> automations;
    private final Finding<Long> adopters;
    private final Finding<Map<Window, ExecutionCounts>> executions;
    private final Finding<Map<Window, DurationHistogram>> durations;
    private final Finding<Map<Window, MarginGuardCounts>> marginGuard;
    private final DataIssues issues;

    private AutomationFacts(Builder builder) {
        this.automations = builder.automations;
        this.adopters = builder.adopters;
        this.executions = builder.executions;
        this.durations = builder.durations;
        this.marginGuard = builder.marginGuard;
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
     * The automations.
     *
     * @return counts; unavailable where automations are not mapped
     */
    public Finding<AutomationCounts> automations() {
        return automations;
    }

    /**
     * Distinct accounts that exist just before {@code t} and own an active automation.
     *
     * @return their number; unavailable unless users and automations are mapped
     */
    public Finding<Long> adopters() {
        return adopters;
    }

    /**
     * The executions that started in each window of {@code automations.executions}, by how they had ended at {@code t}: one
     * that ended at or after {@code t} was still running, whatever came of it. Where a source does not know when executions
     * end, their status is that of now.
     *
     * <p>The type is that of the automation now. An automation that is left out itself, or was created at or after
     * {@code t}, still tells it; one that there is not makes it {@code unspecified}.
     *
     * @return counts by window; unavailable where executions are not mapped
     */
    public Finding<Map<Window, ExecutionCounts>> executions() {
        return executions;
    }

    /**
     * How long the executions took that started in each window of {@code automations.duration} and ended before {@code t},
     * however they ended. Where a source knows durations but no ends, one that has a duration now has ended.
     *
     * <p>A duration below 0 is an issue of an execution that started in one of these windows.
     *
     * @return histograms by window; unavailable where neither an end nor a duration is mapped
     */
    public Finding<Map<Window, DurationHistogram>> durations() {
        return durations;
    }

    /**
     * The executions that guard margins, which started in each window of {@code margin.guard.actions}. Types and outcomes are
     * told as for {@link #executions()}; an automation without an owner protects nobody.
     *
     * @return counts by window; unavailable unless automations, their types and executions are mapped
     */
    public Finding<Map<Window, MarginGuardCounts>> marginGuard() {
        return marginGuard;
    }

    /**
     * Rows that were left out.
     *
     * @return how many, by check
     */
    public DataIssues issues() {
        return issues;
    }

    /** Collects the facts of one instant; for one thread. */
    public static final class Builder {

        private Finding<AutomationCounts> automations = Finding.unavailable("automations are not mapped");
        private Finding<Long> adopters = Finding.unavailable("users and automations are not both mapped");
        private Finding<Map<Window, ExecutionCounts>> executions = Finding.unavailable("executions are not mapped");
        private Finding<Map<Window, DurationHistogram>> durations =
                Finding.unavailable("executions have neither an end nor a duration mapped");
        private Finding<Map<Window, MarginGuardCounts>> marginGuard =
                Finding.unavailable("automations and executions are not both mapped");
        private DataIssues issues = DataIssues.NONE;

        private Builder() {}

        /**
         * Sets {@link AutomationFacts#automations()}.
         *
         * @param value the facts, or why there are none
         * @return this
         */
        public Builder automations(Finding<AutomationCounts> value) {
            this.automations = value;
            return this;
        }

        /**
         * Sets {@link AutomationFacts#adopters()}.
         *
         * @param value the facts, or why there are none
         * @return this
         */
        public Builder adopters(Finding<Long> value) {
            this.adopters = value;
            return this;
        }

        /**
         * Sets {@link AutomationFacts#executions()}.
         *
         * @param value the facts, or why there are none
         * @return this
         */
        public Builder executions(Finding<Map<Window, ExecutionCounts>> value) {
            this.executions = value;
            return this;
        }

        /**
         * Sets {@link AutomationFacts#durations()}.
         *
         * @param value the facts, or why there are none
         * @return this
         */
        public Builder durations(Finding<Map<Window, DurationHistogram>> value) {
            this.durations = value;
            return this;
        }

        /**
         * Sets {@link AutomationFacts#marginGuard()}.
         *
         * @param value the facts, or why there are none
         * @return this
         */
        public Builder marginGuard(Finding<Map<Window, MarginGuardCounts>> value) {
            this.marginGuard = value;
            return this;
        }

        /**
         * Adds to {@link AutomationFacts#issues()}.
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
        public AutomationFacts build() {
            return new AutomationFacts(this);
        }
    }
}
