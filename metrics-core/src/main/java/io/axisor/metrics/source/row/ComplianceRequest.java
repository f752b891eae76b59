package io.axisor.metrics.source.row;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's request about their data.
 *
 * @param kind what is asked for, such as access or erasure
 * @param requestedAt when
 * @param dueAt by when it must be completed, null for no date
 * @param completedAt when it was completed, null where it is not
 */
public record ComplianceRequest(
        @Nullable String kind,
        @Nullable Instant requestedAt,
        @Nullable Instant dueAt,
        @Nullable Instant completedAt) {}
