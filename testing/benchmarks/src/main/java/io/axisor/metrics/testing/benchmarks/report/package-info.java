/** The report as Markdown. Here belongs its form; what it says, each part knows. */
@NullMarked
package io.axisor.metrics.testing.benchmarks.report;

import org.jspecify.annotations.NullMarked;
