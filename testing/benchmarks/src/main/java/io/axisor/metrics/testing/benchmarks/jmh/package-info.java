/** Runs of JMH and what they tell. What is run belongs to the parts. */
@NullMarked
package io.axisor.metrics.testing.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
