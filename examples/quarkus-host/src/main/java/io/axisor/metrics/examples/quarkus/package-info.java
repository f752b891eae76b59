/** A shop that measures its business with beans of CDI. */
@NullMarked
package io.axisor.metrics.examples.quarkus;

import org.jspecify.annotations.NullMarked;
