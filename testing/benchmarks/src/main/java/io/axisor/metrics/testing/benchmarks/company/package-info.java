/**
 * A made-up company of any size, the same one for the same seed, in an embedded PostgreSQL. Here belongs what the benchmarks
 * are run on; what is measured does not.
 */
@NullMarked
package io.axisor.metrics.testing.benchmarks.company;

import org.jspecify.annotations.NullMarked;
