/**
 * The configuration file: YAML with the places of everything in it, and what the exporter takes from it.
 *
 * <p>Here belongs what reads and refuses. What is made of the configuration belongs to the room above.
 */
@NullMarked
package io.axisor.metrics.exporter.config;

import org.jspecify.annotations.NullMarked;
