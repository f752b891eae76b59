/**
 * Facts from the tables a host already has, over any JDBC {@code DataSource}:
 * {@link io.axisor.metrics.jdbc.JdbcMetricsDataSource} counts them as {@link io.axisor.metrics.jdbc.MetricsSchema} maps them.
 * Metrics of a host's own that are nothing but SQL: {@link io.axisor.metrics.jdbc.CustomSqlDomain}.
 *
 * <p>Here belongs what a host writes or reads: the mapping, its own SELECTs and the report of the preflight. How SQL is built does not.
 */
@NullMarked
package io.axisor.metrics.jdbc;

import org.jspecify.annotations.NullMarked;
