/**
 * How facts are asked of a database: resolving the mapping against its metadata, building SQL, binding time, reading
 * rows, and manners towards the host's connections. Not exported.
 *
 * <p>One class asks one kind of table ({@code AccountStatements}, {@code PaymentTotals}, ...); what databases differ in
 * belongs next door, in {@code dialect}; what providers of entities differ in, in {@code jpa}.
 */
@NullMarked
package io.axisor.metrics.jdbc.internal;

import org.jspecify.annotations.NullMarked;
