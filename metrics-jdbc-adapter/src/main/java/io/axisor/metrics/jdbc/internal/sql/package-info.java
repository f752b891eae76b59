/**
 * Text of SQL with the values that it binds, and the columns it names: joining pieces, CASE trees, select lists, comparing
 * instants. Knows neither connections nor what a table means; what databases differ in belongs in {@code dialect}.
 */
@NullMarked
package io.axisor.metrics.jdbc.internal.sql;

import org.jspecify.annotations.NullMarked;
