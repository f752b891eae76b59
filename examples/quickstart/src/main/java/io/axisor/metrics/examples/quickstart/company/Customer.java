package io.axisor.metrics.examples.quickstart.company;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody with an account. */
final class Customer {

    final long accountNo;
    final double keenness;
    Plan plan = Plan.FREE;
    boolean open = true;
    boolean quiet;

    @Nullable
    Membership membership;

    Customer(long accountNo, double keenness) {
        this.accountNo = accountNo;
        this.keenness = keenness;
    }

    double loginsPerDay() {
        return quiet ? 0 : keenness;
    }

    /** What a customer pays for. Its next bill falls due by the company's own time. */
    static final class Membership {
        final long id;
        final boolean yearly;
        Instant due;
        boolean trial;
        int missed;

        Membership(long id, boolean yearly, boolean trial, Instant due) {
            this.id = id;
            this.yearly = yearly;
            this.trial = trial;
            this.due = due;
        }
    }
}
