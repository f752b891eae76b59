/**
 * Facts from a folder of CSV files: what the files look like, how they are read and what is said about a line that does not
 * fit.
 *
 * <p>Here belongs what knows CSV. Rows leave this room as JDBC batches.
 */
@NullMarked
package io.axisor.metrics.examples.quickstart.folder;

import org.jspecify.annotations.NullMarked;
