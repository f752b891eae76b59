package io.axisor.metrics.source.row;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a user did.
 *
 * @param userId who; an event without is dirty
 * @param occurredAt when; an event without is dirty
 */
public record ActivityEvent(
        @Nullable String userId, @Nullable Instant occurredAt) {}
