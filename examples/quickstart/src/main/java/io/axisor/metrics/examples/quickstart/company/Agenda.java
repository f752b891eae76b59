package io.axisor.metrics.examples.quickstart.company;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is bound to happen at a later time of the company's. */
final class Agenda {

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparing(Entry::number));
    private final Journal journal;
    private Instant now = Instant.EPOCH;
    private long number;

    Agenda(Journal journal) {
        this.journal = journal;
    }

    private record Entry(Instant due, long number, Runnable what) {}

    /** The company's present. */
    Instant now() {
        return now;
    }

    void at(Instant due, Runnable what) {
        entries.add(new Entry(due, number++, what));
    }

    /** Lets the company's time pass: what is due by now happens, to one after the other. */
    void passTo(Instant newNow) {
        now = newNow;
        while (!entries.isEmpty() && !entries.peek().due().isAfter(now)) {
            Entry next = entries.remove();
            journal.another();
            next.what().run();
        }
    }
}
