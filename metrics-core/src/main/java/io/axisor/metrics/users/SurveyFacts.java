package io.axisor.metrics.users;

/**
 * The survey answers of the last 90 days.
 *
 * @param promoters answers 9 and 10 on the 0–10 scale
 * @param detractors answers 0 to 6 on the 0–10 scale
 * @param npsAnswers answers on the 0–10 scale
 * @param satisfied answers 4 and 5 on the 1–5 scale
 * @param csatAnswers answers on the 1–5 scale
 */
public record SurveyFacts(long promoters, long detractors, long npsAnswers, long satisfied, long csatAnswers) {

    /** The lowest score of a promoter. */
    public static final int LOWEST_PROMOTER = 9;

    /** The highest score of a detractor. */
    public static final int HIGHEST_DETRACTOR = 6;

    /** The lowest score of a satisfied customer. */
    public static final int LOWEST_SATISFIED = 4;
}
