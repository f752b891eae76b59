package io.axisor.metrics.platform;

import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Finding;
import java.util.HashMap;
import java.util.Map;

/**
 * The requests of people about their data (access, erasure, ...) that were open at some time in the last 30 days: made
 * before {@code t} and not completed before the window began.
 *
 * @param open by kind, those not completed before {@code t} and not due before it; where due dates are unavailable, all
 *     not completed before {@code t}
 * @param overdue by kind, those not completed before {@code t}, though due before it; none where due dates are unavailable
 * @param completed by kind, those completed in the window
 * @param due those with a due date; unavailable where it is not mapped
 */
public record ComplianceFacts(Breakdown open, Breakdown overdue, Breakdown completed, Finding<DueCounts> due) {

    /**
     * The breakdowns by the state of the request at {@code t}.
     *
     * @return one each for open, overdue and completed; none for overdue where due dates are unavailable, since what is
     *     overdue is then not known
     */
    public Map<String, Breakdown> byState() {
        Map<String, Breakdown> byState = new HashMap<>(Map.of("open", open, "completed", completed));
        if (due.status().hasValue()) {
            byState.put("overdue", overdue);
        }
        return byState;
    }
}
