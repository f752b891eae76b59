package io.axisor.metrics.examples.quickstart.company;

import io.axisor.metrics.value.CurrencyUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * People who sign up, come back, pay, trade, ask, fall silent and leave. Every step is decided by the seed alone. Used by one thread at a
 * time.
 */
final class Company {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Chance chance;
    private final Journal journal;
    private final Agenda agenda;
    private final Billing billing;
    private final TradingDesk trading;
    private final CareDesk care;
    private final Accidents accidents;
    private final List<Customer> customers = new ArrayList<>();
    private final Instant founded;
    private Instant now;

    Company(long seed, Instant founded, CurrencyUnit currency) {
        this.chance = new Chance(seed);
        this.journal = new Journal(chance);
        this.agenda = new Agenda(journal);
        this.billing = new Billing(chance, journal, agenda, currency.code());
        this.trading = new TradingDesk(chance, journal, currency.code());
        this.care = new CareDesk(chance, journal, agenda);
        this.accidents = new Accidents(chance, journal, billing, trading, care, currency.code());
        this.founded = founded;
        this.now = founded;
    }

    /** What happens until an instant, hour by hour. */
    List<Change> liveUntil(Instant end) {
        while (now.isBefore(end)) {
            Duration left = Duration.between(now, end);
            step(left.compareTo(HOUR) < 0 ? left : HOUR, now, left.compareTo(HOUR) < 0 ? left : HOUR);
        }
        return journal.take();
    }

    /** What happens in some time of the company's, all of it stamped with one instant. */
    List<Change> live(Duration time, Instant stamp) {
        step(time, stamp, Duration.ZERO);
        return journal.take();
    }

    private void step(Duration time, Instant stampFrom, Duration stampSpread) {
        now = now.plus(time);
        journal.begin(stampFrom, stampSpread);
        agenda.passTo(now);
        trading.pass(time);
        double signUpsPerDay = 5 + 0.06 * Duration.between(founded, now).toDays();
        for (int left = chance.times(signUpsPerDay, time); left > 0; left--) {
            signUp();
        }
        for (Customer customer : customers) {
            if (customer.open) {
                journal.another();
                liveOn(customer, time);
            }
        }
        accidents.happen(time);
    }

    private void signUp() {
        journal.another();
        double keenness = chance.isSo(0.6) ? 0.15 : chance.isSo(0.75) ? 0.5 : 2;
        Customer customer = new Customer(customers.size() + 1, keenness, chance.isSo(0.7));
        customers.add(customer);
        Plan tried = chance.isSo(0.2) ? chance.isSo(0.7) ? Plan.BASIC : Plan.PRO : Plan.FREE;
        journal.add(Write.ACCOUNT, customer.accountNo, journal.stamp(), tried.stored);
        journal.add(Write.LOGIN, customer.accountNo, journal.stamp());
        if (tried != Plan.FREE) {
            billing.tryOut(customer, tried);
        }
    }

    private void liveOn(Customer customer, Duration time) {
        if (chance.happens(customer.loginsPerDay(), time)) {
            journal.add(Write.LOGIN, customer.accountNo, journal.stamp());
        }
        if (chance.happens(customer.quiet ? 0.006 : 0.012, time)) {
            customer.quiet = !customer.quiet;
        }
        billing.bill(customer);
        thinkAboutPlan(customer, time);
        answer(customer, time);
        trading.trade(customer, time);
        care.listen(customer, time);
        if (chance.happens(customer.quiet ? 0.003 : 0.0004, time)) {
            leave(customer);
        }
    }

    private void thinkAboutPlan(Customer customer, Duration time) {
        boolean onTrial = customer.membership != null && customer.membership.trial;
        double changesPerDay = onTrial || (customer.quiet && customer.plan == Plan.FREE) ? 0 : 0.005;
        if (chance.happens(changesPerDay, time)) {
            switch (customer.plan) {
                case FREE -> billing.moveTo(customer, chance.isSo(0.75) ? Plan.BASIC : Plan.PRO);
                case BASIC -> billing.moveTo(customer, chance.isSo(0.5) ? Plan.PRO : Plan.FREE);
                case PRO -> billing.moveTo(customer, chance.isSo(0.6) ? Plan.BASIC : Plan.FREE);
            }
        }
    }

    private void answer(Customer customer, Duration time) {
        if (customer.quiet) {
            return;
        }
        if (chance.happens(0.004, time)) {
            int score = chance.isSo(0.55)
                    ? chance.between(9, 10)
                    : chance.isSo(0.6) ? chance.between(7, 8) : chance.between(0, 6);
            journal.add(Write.ANSWER, "recommend", score, journal.stamp());
        }
        if (chance.happens(0.006, time)) {
            int score = chance.isSo(0.8) ? chance.between(4, 5) : chance.between(1, 3);
            journal.add(Write.ANSWER, "satisfied", score, journal.stamp());
        }
    }

    private void leave(Customer customer) {
        customer.open = false;
        trading.leave(customer);
        billing.moveTo(customer, Plan.FREE);
        journal.add(Write.ACCOUNT_CLOSED, customer.accountNo, journal.stamp());
    }
}
