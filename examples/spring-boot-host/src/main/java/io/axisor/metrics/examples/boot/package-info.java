/** A shop with customers and orders, entities of Jakarta Persistence, that knows nothing of metrics. */
@NullUnmarked
package io.axisor.metrics.examples.boot;

import org.jspecify.annotations.NullUnmarked;
