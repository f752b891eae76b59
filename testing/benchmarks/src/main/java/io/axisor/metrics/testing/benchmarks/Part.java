package io.axisor.metrics.testing.benchmarks;

/** What can be measured on its own. */
enum Part {
    REFRESH,
    SCRAPE,
    FORMULAS,
    FOOTPRINT,
    ALL;

    boolean includes(Part other) {
        return this == ALL || this == other;
    }
}
