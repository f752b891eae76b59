package io.axisor.metrics.source.row;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An automation.
 *
 * @param id its id, each once
 * @param userId who owns it
 * @param type its type, null for none
 * @param active whether it is active now
 * @param createdAt when it was created
 */
public record Automation(
        String id,
        @Nullable String userId,
        @Nullable String type,
        boolean active,
        @Nullable Instant createdAt) {}
