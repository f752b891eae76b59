package io.axisor.metrics.jdbc.internal.resolve;

/** What the database promises of a column of ids. */
public enum Ids {
    /** Each row has one, and no two the same. */
    UNIQUE,

    /** No two rows have the same, but some may have none. */
    UNIQUE_OR_NULL,

    /** Nothing. */
    ANY
}
