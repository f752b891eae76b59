/** What a host takes aboard: jars, classes, the time of a start, memory. */
@NullMarked
package io.axisor.metrics.testing.benchmarks.footprint;

import org.jspecify.annotations.NullMarked;
