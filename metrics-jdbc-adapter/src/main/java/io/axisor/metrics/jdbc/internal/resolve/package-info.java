/**
 * The mapping found in a database: tables and columns by their names, types, keys, rights, and what is stored in columns
 * whose values have meanings. Everything that {@code verify()} says begins here. Counting belongs in {@code statement}.
 */
@NullMarked
package io.axisor.metrics.jdbc.internal.resolve;

import org.jspecify.annotations.NullMarked;
