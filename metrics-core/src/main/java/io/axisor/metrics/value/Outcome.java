package io.axisor.metrics.value;

import java.util.Locale;

/** How something that was tried ended. A host's own statuses are mapped onto these. */
public enum Outcome {
    /** It did what it was meant to. */
    SUCCEEDED,
    /** It did not. */
    FAILED,
    /** Anything else: still running, skipped, cancelled, or of a status that is not mapped. */
    OTHER;

    /** The tag that names the outcome. */
    public static final String TAG = "outcome";

    /**
     * The outcome in tags.
     *
     * @return its name in lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
