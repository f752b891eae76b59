package io.axisor.metrics.platform;

import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Finding;

/**
 * All that a source must count for the metrics of this domain at one instant {@code t}. What a source has not mapped
 * stays {@link io.axisor.metrics.value.Status#UNAVAILABLE} with the name of the missing mapping. Immutable.
 */
public final class PlatformFacts {

    private final Finding<Breakdown> featureUsers;
    private final Finding<TicketFacts> tickets;
    private final Finding<ComplianceFacts> compliance;
    private final DataIssues issues;

    private PlatformFacts(Builder builder) {
        this.featureUsers = builder.featureUsers;
        this.tickets = builder.tickets;
        this.compliance = builder.compliance;
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
     * Distinct users of each feature in the last 30 days, known features included.
     *
     * @return users by feature; unavailable where no feature use is mapped
     */
    public Finding<Breakdown> featureUsers() {
        return featureUsers;
    }

    /**
     * The support tickets that were open at some time in the last 30 days.
     *
     * @return counts; unavailable where tickets are not mapped
     */
    public Finding<TicketFacts> tickets() {
        return tickets;
    }

    /**
     * The requests of people about their data that were open at some time in the last 30 days.
     *
     * @return counts; unavailable where such requests are not mapped
     */
    public Finding<ComplianceFacts> compliance() {
        return compliance;
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

        private Finding<Breakdown> featureUsers = Finding.unavailable("feature use is not mapped");
        private Finding<TicketFacts> tickets = Finding.unavailable("support tickets are not mapped");
        private Finding<ComplianceFacts> compliance = Finding.unavailable("compliance requests are not mapped");
        private DataIssues issues = DataIssues.NONE;

        private Builder() {}

        /**
         * Sets {@link PlatformFacts#featureUsers()}.
         *
         * @param value the facts, or why there are none
         * @return this
         */
        public Builder featureUsers(Finding<Breakdown> value) {
            this.featureUsers = value;
            return this;
        }

        /**
         * Sets {@link PlatformFacts#tickets()}.
         *
         * @param value the facts, or why there are none
         * @return this
         */
        public Builder tickets(Finding<TicketFacts> value) {
            this.tickets = value;
            return this;
        }

        /**
         * Sets {@link PlatformFacts#compliance()}.
         *
         * @param value the facts, or why there are none
         * @return this
         */
        public Builder compliance(Finding<ComplianceFacts> value) {
            this.compliance = value;
            return this;
        }

        /**
         * Adds to {@link PlatformFacts#issues()}.
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
        public PlatformFacts build() {
            return new PlatformFacts(this);
        }
    }
}
