package io.axisor.metrics.examples.quickstart.company;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes down what happens, with the time to stamp it with. The company's own time, by which trials end and bills fall due,
 * is another one: once it lives, an hour of it passes within seconds.
 */
final class Journal {

    private final Chance chance;
    private List<Change> changes = new ArrayList<>();
    private Instant from = Instant.EPOCH;
    private Duration spread = Duration.ZERO;
    private Instant stamp = Instant.EPOCH;

    Journal(Chance chance) {
        this.chance = chance;
    }

    /** What follows is stamped somewhere from here on. */
    void begin(Instant newFrom, Duration newSpread) {
        this.from = newFrom;
        this.spread = newSpread;
        another();
    }

    /** What follows happens to somebody else, at another time. */
    void another() {
        stamp = from.plus(chance.upTo(spread));
    }

    Instant stamp() {
        return stamp;
    }

    void add(Write write, @Nullable Object... values) {
        changes.add(Change.of(write, values));
    }

    /** Everything since the last call. */
    List<Change> take() {
        List<Change> taken = changes;
        changes = new ArrayList<>();
        return taken;
    }
}
