package io.axisor.metrics.value;

/** Whether a value may be believed, and if there is none, why. */
public enum Status {
    /** The value is what its definition says. */
    OK,
    /** The source is mapped, but the period holds no fact at all where a number needs one. */
    NO_DATA,
    /** The definition has no value here: a division by zero, an empty cohort, evidence that was overwritten. */
    UNDEFINED,
    /** The host has not mapped what the metric needs. */
    UNAVAILABLE,
    /** The value is the last good one; a newer one could not be had. Set by the refresher only. */
    STALE,
    /** No value can be shown because computing one failed for too long. Set by the refresher only. */
    FAILED;

    /**
     * Whether a finding of this status has a value.
     *
     * @return true for {@link #OK} and {@link #STALE}
     */
    public boolean hasValue() {
        return this == OK || this == STALE;
    }
}
