package io.axisor.metrics.examples.quickstart.company;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Answers people: their questions, and their requests about their own data. */
final class CareDesk {

    private static final Duration USUAL_ANSWER = Duration.ofHours(3);
    private static final Duration USUAL_SOLUTION = Duration.ofHours(11);
    private static final Duration USUAL_PRIVACY_ANSWER = Duration.ofDays(12);
    private static final Duration LEGAL_DEADLINE = Duration.ofDays(30);

    private final Chance chance;
    private final Journal journal;
    private final Agenda agenda;
    private long tickets;
    private long requests;

    CareDesk(Chance chance, Journal journal, Agenda agenda) {
        this.chance = chance;
        this.journal = journal;
        this.agenda = agenda;
    }

    /** What a customer asks for in some time. */
    void listen(Customer customer, Duration time) {
        if (customer.willVerify && !customer.verified && chance.happens(0.3, time)) {
            customer.verified = true;
            journal.add(Write.ACCOUNT_VERIFIED, customer.accountNo);
        }
        if (!customer.quiet && chance.happens(customer.plan == Plan.FREE ? 0.003 : 0.012, time)) {
            open(customer);
        }
        if (chance.happens(0.0012, time)) {
            askForPrivacy(customer);
        }
    }

    private void open(Customer customer) {
        Long ticket = ++tickets;
        Duration promised = Duration.ofDays(customer.plan == Plan.FREE ? 3 : 1);
        Instant opened = journal.stamp();
        journal.add(Write.TICKET, ticket, customer.accountNo, opened, opened.plus(promised));
        Instant answered = agenda.now().plus(chance.about(USUAL_ANSWER));
        agenda.at(answered, () -> journal.add(Write.TICKET_ANSWERED, ticket, journal.stamp()));
        agenda.at(answered.plus(chance.about(USUAL_SOLUTION)), () -> solve(ticket));
    }

    private void solve(Long ticket) {
        journal.add(Write.TICKET_RESOLVED, ticket, journal.stamp(), score());
    }

    private @Nullable Integer score() {
        if (chance.isSo(0.4)) {
            return null;
        }
        return chance.isSo(0.85) ? chance.between(4, 5) : chance.between(1, 3);
    }

    private void askForPrivacy(Customer customer) {
        Long request = ++requests;
        Instant received = journal.stamp();
        journal.add(
                Write.PRIVACY_REQUEST,
                request,
                customer.accountNo,
                chance.isSo(0.6) ? "access" : "erasure",
                received,
                received.plus(LEGAL_DEADLINE));
        agenda.at(
                agenda.now().plus(chance.about(USUAL_PRIVACY_ANSWER)),
                () -> journal.add(Write.PRIVACY_REQUEST_DONE, request, journal.stamp()));
    }

    /** A ticket that says something impossible: solved before it was opened. */
    void spoil() {
        Instant opened = journal.stamp();
        journal.add(Write.TICKET, ++tickets, 1L, opened, opened.plus(Duration.ofDays(1)));
        journal.add(Write.TICKET_RESOLVED, tickets, opened.minus(Duration.ofDays(1)), null);
    }
}
