package io.axisor.metrics.jdbc.jpa;

import org.jspecify.annotations.Nullable;

/** What the values of an attribute are stored as. */
interface Storage {

    /** The stored value, null where it is stored as NULL. */
    @Nullable
    Object stored(Object value);

    /** Whether a converter of the host's lies between. */
    boolean isConverted();
}
