package io.axisor.metrics.refresh;

import java.util.Locale;

/** How an attempt to refresh a domain ended. */
public enum RefreshOutcome {
    /** New values are shown. */
    SUCCESS,
    /** The values shown are the last good ones, within their limit. */
    FAILURE,
    /** Another replica holds the lease; no values are shown here. */
    STANDBY;

    /**
     * The outcome in tags.
     *
     * @return lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
