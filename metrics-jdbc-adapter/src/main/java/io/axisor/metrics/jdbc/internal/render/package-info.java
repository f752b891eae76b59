/**
 * What statements are made of: when a row counts, under which check it is left out, in which window it falls, how its amount,
 * plan and payer read. Runs nothing; the statements themselves belong in {@code statement}.
 */
@NullMarked
package io.axisor.metrics.jdbc.internal.render;

import org.jspecify.annotations.NullMarked;
