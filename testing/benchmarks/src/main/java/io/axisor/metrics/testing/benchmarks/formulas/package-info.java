/** What formulas cost, beside bare loops and another library. */
@NullMarked
package io.axisor.metrics.testing.benchmarks.formulas;

import org.jspecify.annotations.NullMarked;
