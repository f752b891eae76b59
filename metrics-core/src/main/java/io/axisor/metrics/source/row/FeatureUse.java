package io.axisor.metrics.source.row;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Use of a feature.
 *
 * @param feature which feature
 * @param userId who used it
 * @param usedAt when
 */
public record FeatureUse(
        @Nullable String feature,
        @Nullable String userId,
        @Nullable Instant usedAt) {}
