/** What a scrape of the binder's meters costs, beside plain gauges. */
@NullMarked
package io.axisor.metrics.testing.benchmarks.scrape;

import org.jspecify.annotations.NullMarked;
