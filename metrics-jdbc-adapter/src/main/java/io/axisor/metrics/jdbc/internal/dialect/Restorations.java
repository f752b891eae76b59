package io.axisor.metrics.jdbc.internal.dialect;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** How a lent connection becomes as it came: the last change is undone first, and each is tried twice, whatever is thrown. */
public final class Restorations {

    private final Deque<Restoration> restorations = new ArrayDeque<>();
    private @Nullable Throwable failure;
    private boolean isWhole = true;

    /** Undoes one change; without effect where there is none. */
    @FunctionalInterface
    public interface Restoration {

        /** Undoes it. */
        void run() throws SQLException;
    }

    /** Takes what undoes a change, before the change is made: one that fails may have been made all the same. */
    public void add(Restoration restoration) {
        restorations.push(restoration);
    }

    /** Undoes all changes. */
    public void run() {
        while (!restorations.isEmpty()) {
            Restoration restoration = restorations.pop();
            if (!tried(restoration)) {
                isWhole &= tried(restoration);
            }
        }
    }

    private boolean tried(Restoration restoration) {
        try {
            restoration.run();
            return true;
        } catch (Throwable e) { // an Error leaves a connection changed as an exception does
            if (failure == null) {
                failure = e;
            }
            return false;
        }
    }

    /** Whether every change that was to be undone is. */
    public boolean isWhole() {
        return isWhole;
    }

    /** What was thrown first, if anything. */
    public @Nullable Throwable failure() {
        return failure;
    }
}
