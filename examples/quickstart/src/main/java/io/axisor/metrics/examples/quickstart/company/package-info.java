/**
 * Facts from a company that is made up: four months of history, and a life that goes on. The same seed makes the same
 * company.
 *
 * <p>Here belongs how customers behave and which tables their traces are left in. That somebody measures them is known to
 * the mapping alone.
 */
@NullMarked
package io.axisor.metrics.examples.quickstart.company;

import org.jspecify.annotations.NullMarked;
