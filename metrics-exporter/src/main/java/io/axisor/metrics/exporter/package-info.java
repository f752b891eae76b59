/**
 * An exporter for teams that have no application on the JVM to embed the library into: databases and a file of
 * configuration, and Prometheus's text on a port.
 *
 * <p>Here belongs what runs: the command line, the databases that are measured, what is served, and the change to a new
 * configuration. How the file is read is a room of its own.
 */
@NullMarked
package io.axisor.metrics.exporter;

import org.jspecify.annotations.NullMarked;
