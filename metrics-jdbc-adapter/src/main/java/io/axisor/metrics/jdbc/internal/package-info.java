/**
 * How facts are asked of a database: resolving the mapping against its metadata, building SQL, binding time, reading
 * rows, and manners towards the host's connections. Not exported.
 *
 * <p>One class asks one kind of table ({@code AccountStatements}, {@code PaymentTotals}, ...); what databases differ in
 * belongs next door, to {@link
 * io.axisor.metrics.jdbc.internal.dialect}.
 */
@NullMarked
package io.axisor.metrics.jdbc.internal;

import org.jspecify.annotations.NullMarked;
