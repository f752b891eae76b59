package io.axisor.metrics.examples.output;

/** How results are written. */
public enum OutputFormat {
    /** For people, in 120 columns. */
    TABLE,
    /** What a scrape answers. */
    PROMETHEUS,
    /** For programs, money exact. */
    JSON
}
