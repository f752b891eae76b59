package io.axisor.metrics.source.row;

import io.axisor.metrics.users.SurveyKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a survey.
 *
 * @param kind which question; one that is mapped to nothing is dirty
 * @param score the score; one outside the question's scale is dirty
 * @param answeredAt when; an answer without is dirty
 */
public record SurveyAnswer(
        @Nullable SurveyKind kind,
        @Nullable Integer score,
        @Nullable Instant answeredAt) {}
