package io.axisor.metrics.testing.benchmarks.report;

/** The goals, what was seen, and whether they are met. */
public final class Goals {

    private final MarkdownTable table = new MarkdownTable("what", "goal", "seen", "");

    /**
     * A goal that much is good.
     *
     * @param what what is measured
     * @param least the least that meets it
     * @param seen what was measured
     * @return this
     */
    public Goals atLeast(String what, double least, double seen) {
        return add(what, "at least " + Figure.times(least), Figure.times(seen), seen >= least);
    }

    /**
     * A goal that little is good.
     *
     * @param what what is measured
     * @param most the most that meets it
     * @param seen what was measured
     * @return this
     */
    public Goals atMost(String what, double most, double seen) {
        return add(what, "at most " + Figure.times(most), Figure.times(seen), seen <= most);
    }

    /**
     * A goal of another kind.
     *
     * @param what what is measured
     * @param goal what is wanted
     * @param seen what was measured
     * @param isMet whether that is enough
     * @return this
     */
    public Goals add(String what, String goal, String seen, boolean isMet) {
        table.row(what, goal, seen, isMet ? "met" : "**missed**");
        return this;
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
