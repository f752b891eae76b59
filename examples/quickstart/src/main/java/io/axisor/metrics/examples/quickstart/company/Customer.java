package io.axisor.metrics.examples.quickstart.company;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody with an account. */
final class Customer {

    final long accountNo;
    final double keenness;
    final boolean willVerify;
    Plan plan = Plan.FREE;
    boolean open = true;
    boolean quiet;
    boolean verified;
    boolean trades;
    final List<Bot> bots = new ArrayList<>();

    @Nullable
    Membership membership;

    Customer(long accountNo, double keenness, boolean willVerify) {
        this.accountNo = accountNo;
        this.keenness = keenness;
        this.willVerify = willVerify;
    }

    double loginsPerDay() {
        return quiet ? 0 : keenness;
    }

    /** What trades in a customer's name. */
    static final class Bot {
        final long id;
        final BotKind kind;
        boolean running = true;

        Bot(long id, BotKind kind) {
            this.id = id;
            this.kind = kind;
        }
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
