/** A shop that measures its business with beans of Micronaut. */
@NullMarked
package io.axisor.metrics.examples.micronaut;

import org.jspecify.annotations.NullMarked;
