/**
 * Measurements as people and programs read them.
 *
 * <p>Here belongs the writing of text. It enumerates no metric by name: whatever is measured is written.
 */
@NullMarked
package io.axisor.metrics.examples.output;

import org.jspecify.annotations.NullMarked;
