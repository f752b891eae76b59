package io.axisor.metrics.users;

/** The questions that survey answers are answers to. */
public enum SurveyKind {
    /** "How likely are you to recommend us?", 0 to 10. */
    NPS(0, 10),
    /** "How satisfied are you?", 1 to 5. */
    CSAT(1, 5);

    private final int lowestScore;
    private final int highestScore;

    SurveyKind(int lowestScore, int highestScore) {
        this.lowestScore = lowestScore;
        this.highestScore = highestScore;
    }

    /**
     * The lowest score there is.
     *
     * @return 0 or 1
     */
    public int lowestScore() {
        return lowestScore;
    }

    /**
     * The highest score there is.
     *
     * @return 10 or 5
     */
    public int highestScore() {
        return highestScore;
    }
}
