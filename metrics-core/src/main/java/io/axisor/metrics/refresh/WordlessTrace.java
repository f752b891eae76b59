package io.axisor.metrics.refresh;

import org.jspecify.annotations.Nullable;

/**
 * Where something failed, for a log: the traces of what was thrown and of its causes, but the words of the first only.
 * Those of a driver may quote a row, or an address with its password.
 */
final class WordlessTrace extends Exception {

    private static final long serialVersionUID = 1L;

    private WordlessTrace(Throwable thrown, String name) {
        super(name, ofCause(thrown), false, true);
        setStackTrace(thrown.getStackTrace());
    }

    static WordlessTrace of(Throwable thrown) {
        return new WordlessTrace(thrown, thrown.toString());
    }

    private static @Nullable WordlessTrace ofCause(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause == null ? null : new WordlessTrace(cause, cause.getClass().getName());
    }
}
