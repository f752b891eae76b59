package io.axisor.metrics.platform;

import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Finding;
import java.util.Map;

/**
 * The requests of people about their data (access, erasure, ...) that were open at some time in the last 30 days: made
 * before {@code t} and not completed before the window began.
 *
 * @param open by kind, those not completed before {@code t} and not due before it
 * @param overdue by kind, those not completed before {@code t}, though due before it
 * @param completed by kind, those completed in the window
 * @param due those with a due date; unavailable where it is not mapped
 */
public record ComplianceFacts(Breakdown open, Breakdown overdue, Breakdown completed, Finding<DueCounts> due) {

    /**
     * The breakdowns by the state of the request at {@code t}.
     *
     * @return one each for open, overdue and completed
     */
    public Map<String, Breakdown> byState() {
        return Map.of("open", open, "overdue", overdue, "completed", completed);
    }
}
