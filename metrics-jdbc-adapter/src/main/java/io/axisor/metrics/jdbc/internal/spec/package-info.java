/**
 * The mapping as data: what a host said of its tables, by whatever form of mapping it said it, and the words in which it is
 * answered. Knows no database; looking names up belongs in {@code resolve}.
 */
@NullMarked
package io.axisor.metrics.jdbc.internal.spec;

import org.jspecify.annotations.NullMarked;
