package io.axisor.metrics.examples.quickstart.company;

import io.axisor.metrics.examples.quickstart.company.Customer.Membership;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Memberships, and the money that they bring in: charges that are paid, declined, late or given back. */
final class Billing {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration TRIAL = Duration.ofDays(14);

    /** Bills are written once a day, so a trial may last a little longer. */
    private static final Duration UNTIL_BILLED = Duration.ofDays(1);

    private static final Duration UNTIL_RETRY = Duration.ofDays(3);

    private final Chance chance;
    private final Journal journal;
    private final String currency;
    private final Agenda agenda;
    private long memberships;
    private long charges;

    Billing(Chance chance, Journal journal, Agenda agenda, String currency) {
        this.chance = chance;
        this.journal = journal;
        this.agenda = agenda;
        this.currency = currency;
    }

    /** Charges a customer whose bill has fallen due. */
    void bill(Customer customer) {
        Membership membership = customer.membership;
        if (membership == null || membership.due.isAfter(agenda.now())) {
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
            journal.add(Write.TRIAL_ENDED, membership.id, journal.stamp());
        } else {
            moveTo(customer, Plan.FREE);
        }
    }

    private void paid(Membership membership) {
        if (membership.missed > 0) {
            journal.add(Write.MEMBERSHIP_STATE, membership.id, "active");
        }
        membership.missed = 0;
        membership.due = agenda.now().plus(membership.yearly ? YEAR : MONTH);
    }

    private void declined(Customer customer, Membership membership) {
        membership.missed++;
        if (membership.missed > 2) {
            moveTo(customer, Plan.FREE);
        } else {
            journal.add(Write.MEMBERSHIP_STATE, membership.id, "past_due");
            membership.due = agenda.now().plus(UNTIL_RETRY);
        }
    }

    /** Whether the charge went through, or may still. */
    private boolean charge(Customer customer, Membership membership) {
        Long id = nextCharge();
        BigDecimal amount = customer.plan.price(membership.yearly);
        boolean goodCard = membership.missed == 0;
        if (chance.isSo(goodCard ? 0.04 : 0.5)) {
            charge(id, customer, amount, "declined", null);
            return false;
        }
        if (chance.isSo(0.05)) {
            charge(id, customer, amount, "waiting", null);
            agenda.at(
                    agenda.now().plus(chance.upTo(UNTIL_RETRY)),
                    () -> journal.add(Write.CHARGE_PAID, id, journal.stamp()));
            return true;
        }
        charge(id, customer, amount, "paid", journal.stamp());
        if (chance.isSo(0.03)) {
            agenda.at(
                    agenda.now().plus(chance.upTo(Duration.ofDays(10))), () -> journal.add(Write.CHARGE_REFUNDED, id));
        }
        return true;
    }

    private void charge(Long id, Customer customer, BigDecimal amount, String state, @Nullable Instant paid) {
        Instant created = journal.stamp();
        String plan = customer.plan.stored;
        journal.add(Write.CHARGE, id, customer.accountNo, amount, currency, state, created, paid, plan);
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
            journal.add(Write.MEMBERSHIP_ENDED, ended.id, journal.stamp());
            customer.membership = null;
        }
        if (customer.open) {
            journal.add(Write.PLAN_CHANGE, customer.accountNo, customer.plan.stored, plan.stored, journal.stamp());
            journal.add(Write.ACCOUNT_PLAN, customer.accountNo, plan.stored);
            customer.plan = plan;
            if (plan != Plan.FREE) {
                begin(customer, false);
            }
        }
    }

    private void begin(Customer customer, boolean trial) {
        boolean yearly = chance.isSo(0.15);
        Membership membership = new Membership(
                ++memberships, yearly, trial, trial ? agenda.now().plus(TRIAL) : agenda.now());
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
                journal.stamp(),
                trial ? agenda.now().plus(TRIAL).plus(UNTIL_BILLED) : null);
        bill(customer);
    }
}
