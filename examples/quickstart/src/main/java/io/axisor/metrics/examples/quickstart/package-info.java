/**
 * A tour of the library as one command: facts into a database, the library on top of it, the results on standard output and
 * over HTTP.
 *
 * <p>Here belongs what an application that embeds the library writes once: options, wiring, the endpoint, a clean end. The
 * database, the two sources of facts and the forms of output have rooms of their own.
 */
@NullMarked
package io.axisor.metrics.examples.quickstart;

import org.jspecify.annotations.NullMarked;
