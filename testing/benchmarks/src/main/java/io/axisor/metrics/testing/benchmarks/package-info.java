/**
 * What the library costs, measured by one command into one report. Here belong the command and what the report says of the
 * machine; each part has a room of its own, with what it measures and what it compares with.
 */
@NullMarked
package io.axisor.metrics.testing.benchmarks;

import org.jspecify.annotations.NullMarked;
