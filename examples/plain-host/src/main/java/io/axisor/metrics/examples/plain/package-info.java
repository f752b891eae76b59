/** An application that has a pool, a registry and the JDK's HTTP server, and no framework to put them together. */
@NullMarked
package io.axisor.metrics.examples.plain;

import org.jspecify.annotations.NullMarked;
