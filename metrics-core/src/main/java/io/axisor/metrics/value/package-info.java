/**
 * What a metric's answer is made of: a value or why there is none, shares with their intervals, money, breakdowns, durations
 * in buckets, and what several domains count alike.
 *
 * <p>Nothing here knows which metric it answers; that belongs in {@link io.axisor.metrics.definition}, a formula in its domain.
 */
@NullMarked
package io.axisor.metrics.value;

import org.jspecify.annotations.NullMarked;
