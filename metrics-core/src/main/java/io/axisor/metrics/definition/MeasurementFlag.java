package io.axisor.metrics.definition;

/** What to bear in mind of a value that is there. */
public enum MeasurementFlag {
    /** A ratio of counts that rests on fewer than the minimum sample, so that it means little. */
    SMALL_SAMPLE("small sample"),
    /** The window has begun and is not over, as that of today. */
    RUNNING("running"),
    /** Many of the rows that it would count say something impossible and were left out. */
    LEFT_OUT("rows left out"),
    /** It was not read from one snapshot: rows may have changed between the statements behind it. */
    NOT_ONE_SNAPSHOT("not one snapshot");

    private final String words;

    MeasurementFlag(String words) {
        this.words = words;
    }

    /**
     * The flag for people.
     *
     * @return such as {@code small sample}
     */
    public String words() {
        return words;
    }
}
