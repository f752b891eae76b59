package io.axisor.metrics.platform;

import io.axisor.metrics.value.DurationHistogram;
import io.axisor.metrics.value.Finding;

/**
 * The support tickets that were open at some time in the last 30 days: opened before {@code t} and not resolved before the
 * window began.
 *
 * @param open those not resolved before {@code t}
 * @param resolved those resolved in the window
 * @param firstResponse how long tickets waited whose first response came in the window, also those that had been
 *     resolved without one before it; unavailable where it is not mapped
 * @param resolution how long tickets took that were resolved in the window; unavailable where the source cannot tell
 *     the difference of two of its instants
 * @param due those with a due date; unavailable where it is not mapped
 * @param scores how customers scored them; unavailable where it is not mapped
 */
public record TicketFacts(
        long open,
        long resolved,
        Finding<DurationHistogram> firstResponse,
        Finding<DurationHistogram> resolution,
        Finding<DueCounts> due,
        Finding<ScoreCounts> scores) {}
