/**
 * What a refresh costs, beside other ways to the same figures. Here belong the ways, their comparison and their times; the
 * company that they are asked of has a room of its own.
 */
@NullMarked
package io.axisor.metrics.testing.benchmarks.refresh;

import org.jspecify.annotations.NullMarked;
