package io.axisor.metrics.refresh;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where something failed, for a log: the traces of what was thrown and of its causes, but the words of the first only.
 * Those of a driver may quote a row, or an address with its password. Causes that form a circle end before it closes.
 */
final class WordlessTrace extends Exception {

    private static final long serialVersionUID = 1L;

    private WordlessTrace(Throwable thrown, String name, Set<Throwable> told) {
        super(name, ofCause(thrown, told), false, true);
        setStackTrace(thrown.getStackTrace());
    }

    static WordlessTrace of(Throwable thrown) {
        Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
        told.add(thrown);
        return new WordlessTrace(thrown, thrown.toString(), told);
    }

    private static @Nullable WordlessTrace ofCause(Throwable thrown, Set<Throwable> told) {
        Throwable cause = thrown.getCause();
        return cause == null || !told.add(cause)
                ? null
                : new WordlessTrace(cause, cause.getClass().getName(), told);
    }
}
