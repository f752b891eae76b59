/**
 * How a command of the examples begins and ends: its streams, its exit code, what it does on Ctrl-C.
 *
 * <p>What a command does is its own.
 */
@NullMarked
package io.axisor.metrics.examples.command;

import org.jspecify.annotations.NullMarked;
