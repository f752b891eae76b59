package io.axisor.metrics.source.row;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A support ticket.
 *
 * @param openedAt when it was opened
 * @param firstResponseAt when it was first answered, null where it was not
 * @param resolvedAt when it was resolved, null where it is not
 * @param dueAt by when it should be resolved, null for no date
 * @param score what the customer thought of it, 1 to 5, null for no score
 */
public record SupportTicket(
        @Nullable Instant openedAt,
        @Nullable Instant firstResponseAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant dueAt,
        @Nullable Integer score) {}
