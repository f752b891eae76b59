package io.axisor.metrics.source.row;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change from one plan to another.
 *
 * @param userId whose; a change without is dirty
 * @param fromPlan the plan before; one outside the catalogue is dirty
 * @param toPlan the plan after; one outside the catalogue is dirty
 * @param changedAt when; a change without is dirty
 */
public record PlanChange(
        @Nullable String userId,
        @Nullable String fromPlan,
        @Nullable String toPlan,
        @Nullable Instant changedAt) {}
