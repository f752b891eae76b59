/**
 * What databases differ in, one class for each family of them: how they store instants and take them as parameters, what
 * compares text byte by byte, what adds numbers up without losing any, how they tell durations and days.
 *
 * <p>Everything else is written in the SQL that all of them share and belongs next door: aliased aggregates over CASE, no
 * FILTER, no LIMIT, no date function, no parameter as a result or in a grouping.
 */
@NullMarked
package io.axisor.metrics.jdbc.internal.dialect;

import org.jspecify.annotations.NullMarked;
