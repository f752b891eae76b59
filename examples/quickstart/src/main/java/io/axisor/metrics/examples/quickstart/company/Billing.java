package io.axisor.metrics.examples.quickstart.company;

import io.axisor.metrics.examples.quickstart.company.Customer.Membership;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Memberships, and the money that they bring in: charges that are paid, declined, late or given back. */
final class Billing {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration TRIAL = Duration.ofDays(14);
    private static final Duration UNTIL_RETRY = Duration.ofDays(3);

    private final Chance chance;
    private final Journal journal;
    private final String currency;
    private final PriorityQueue<Later> later =
            new PriorityQueue<>(Comparator.comparing(Later::due).thenComparing(Later::charge));
    private Instant now = Instant.EPOCH;
    private long memberships;
    private long charges;

    Billing(Chance chance, Journal journal, String currency) {
        this.chance = chance;
        this.journal = journal;
        this.currency = currency;
    }

    /** What becomes of a charge at a later time. */
    private record Later(Instant due, long charge, Write write) {}

    /** Lets the company's time pass: late payments arrive, refunds are given. */
    void passTo(Instant newNow) {
        now = newNow;
        while (!later.isEmpty() && !later.peek().due().isAfter(now)) {
            Later next = later.remove();
            journal.another();
            if (next.write() == Write.CHARGE_PAID) {
                journal.add(next.write(), journal.stamp(), next.charge());
            } else {
                journal.add(next.write(), next.charge());
            }
        }
    }

    /** Charges a customer whose bill has fallen due. */
    void bill(Customer customer) {
        Membership membership = customer.membership;
        if (membership == null || membership.due.isAfter(now)) {
            return;
        }
        if (membership.trial) {
            endTrial(customer, membership);
        } else if (charge(customer, membership)) {
            paid(membership);
        } else {
            declined(customer, membership);
        }
    }

    private void endTrial(Customer customer, Membership membership) {
        if (chance.isSo(0.6)) {
            membership.trial = false;
            journal.add(Write.MEMBERSHIP_STATE, "active", membership.id);
        } else {
            moveTo(customer, Plan.FREE);
        }
    }

    private void paid(Membership membership) {
        if (membership.missed > 0) {
            journal.add(Write.MEMBERSHIP_STATE, "active", membership.id);
        }
        membership.missed = 0;
        membership.due = now.plus(membership.yearly ? YEAR : MONTH);
    }

    private void declined(Customer customer, Membership membership) {
        membership.missed++;
        if (membership.missed > 2) {
            moveTo(customer, Plan.FREE);
        } else {
            journal.add(Write.MEMBERSHIP_STATE, "past_due", membership.id);
            membership.due = now.plus(UNTIL_RETRY);
        }
    }

    /** Whether the charge went through, or may still. */
    private boolean charge(Customer customer, Membership membership) {
        long id = nextCharge();
        BigDecimal amount = customer.plan.price(membership.yearly);
        boolean goodCard = membership.missed == 0;
        if (chance.isSo(goodCard ? 0.04 : 0.5)) {
            journal.add(Write.CHARGE, id, customer.accountNo, amount, currency, "declined", journal.stamp(), null);
            return false;
        }
        if (chance.isSo(0.05)) {
            journal.add(Write.CHARGE, id, customer.accountNo, amount, currency, "waiting", journal.stamp(), null);
            later.add(new Later(now.plus(chance.upTo(UNTIL_RETRY)), id, Write.CHARGE_PAID));
            return true;
        }
        journal.add(Write.CHARGE, id, customer.accountNo, amount, currency, "paid", journal.stamp(), journal.stamp());
        if (chance.isSo(0.03)) {
            later.add(new Later(now.plus(chance.upTo(Duration.ofDays(10))), id, Write.CHARGE_REFUNDED));
        }
        return true;
    }

    long nextCharge() {
        return ++charges;
    }

    /** Begins a trial of a plan. */
    void tryOut(Customer customer, Plan plan) {
        customer.plan = plan;
        begin(customer, true);
    }

    /** Ends what the customer had, if anything, and begins another plan; it is charged at once. */
    void moveTo(Customer customer, Plan plan) {
        Membership ended = customer.membership;
        if (ended != null) {
            journal.add(Write.MEMBERSHIP_ENDED, journal.stamp(), ended.id);
            customer.membership = null;
        }
        if (customer.open) {
            journal.add(Write.PLAN_CHANGE, customer.accountNo, customer.plan.stored, plan.stored, journal.stamp());
            journal.add(Write.ACCOUNT_PLAN, plan.stored, customer.accountNo);
            customer.plan = plan;
            if (plan != Plan.FREE) {
                begin(customer, false);
            }
        }
    }

    private void begin(Customer customer, boolean trial) {
        boolean yearly = chance.isSo(0.15);
        Membership membership = new Membership(++memberships, yearly, trial, trial ? now.plus(TRIAL) : now);
        customer.membership = membership;
        journal.add(
                Write.MEMBERSHIP,
                membership.id,
                customer.accountNo,
                customer.plan.stored,
                customer.plan.price(yearly),
                currency,
                yearly ? "yearly" : "monthly",
                trial ? "trial" : "active",
                journal.stamp());
        bill(customer);
    }
}
