package io.axisor.metrics.source.row;

import io.axisor.metrics.value.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of an automation.
 *
 * @param automationId what ran
 * @param outcome how it ended, {@link Outcome#OTHER} where it has not
 * @param startedAt when it started
 * @param finishedAt when it ended, null where it has not
 */
public record Execution(
        @Nullable String automationId,
        Outcome outcome,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
