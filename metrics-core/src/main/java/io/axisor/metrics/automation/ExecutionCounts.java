package io.axisor.metrics.automation;

import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Outcome;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The executions that started in a window, by the type of their automation, known types included.
 *
 * @param succeeded those that succeeded
 * @param failed those that failed
 * @param other all others
 */
public record ExecutionCounts(Breakdown succeeded, Breakdown failed, Breakdown other) {

    /** Nothing was executed, and no type is known. */
    public static final ExecutionCounts NONE = new ExecutionCounts(Breakdown.NONE, Breakdown.NONE, Breakdown.NONE);

    /**
     * Nothing was executed yet.
     *
     * @param knownTypes the types that are 0 when nothing of them was executed
     * @return the counts
     */
    public static ExecutionCounts of(Set<String> knownTypes) {
        Breakdown nothing = Breakdown.of(knownTypes);
        return new ExecutionCounts(nothing, nothing, nothing);
    }

    /**
     * These counts and more executions of one type and outcome.
     *
     * @param outcome how they ended
     * @param type the type of their automation, null for none
     * @param times how many
     * @return the sum
     */
    public ExecutionCounts plus(Outcome outcome, @Nullable String type, long times) {
        BigDecimal more = BigDecimal.valueOf(times);
        return switch (outcome) {
            case SUCCEEDED -> new ExecutionCounts(succeeded.plus(type, more), failed, other);
            case FAILED -> new ExecutionCounts(succeeded, failed.plus(type, more), other);
            case OTHER -> new ExecutionCounts(succeeded, failed, other.plus(type, more));
        };
    }

    /**
     * The executions of every outcome.
     *
     * @return their sum by type
     */
    public Breakdown all() {
        return succeeded.plus(failed).plus(other);
    }

    /**
     * The breakdowns by {@link Outcome#key()}.
     *
     * @return one for each outcome
     */
    public Map<String, Breakdown> byOutcome() {
        return Map.of(Outcome.SUCCEEDED.key(), succeeded, Outcome.FAILED.key(), failed, Outcome.OTHER.key(), other);
    }
}
