package io.axisor.metrics.automation;

import io.axisor.metrics.value.OutcomeCounts;

/**
 * The executions of automations that guard margins, which started in a window.
 *
 * @param actions how they ended
 * @param owners distinct accounts that own the automations executed
 */
public record MarginGuardCounts(OutcomeCounts actions, long owners) {

    /** No margin was guarded. */
    public static final MarginGuardCounts NONE = new MarginGuardCounts(OutcomeCounts.NONE, 0);
}
