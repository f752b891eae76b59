package io.axisor.metrics.value;

/**
 * Which share of what ended one way or the other succeeded.
 *
 * <pre>success rate = succeeded ÷ (succeeded + failed)</pre>
 *
 * <p>What did neither - it still runs, it was skipped - has not failed, and is left out.
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>succeeded, failed</th><th>rate</th></tr>
 * <tr><td>0, 0</td><td>NO_DATA: nothing ended either way</td></tr>
 * <tr><td>0, 3</td><td>0</td></tr>
 * <tr><td>93, 7</td><td>93 ÷ 100 = 0.93</td></tr>
 * </table>
 */
public final class SuccessRate {

    private SuccessRate() {}

    /**
     * The rate.
     *
     * @param succeeded how many succeeded
     * @param failed how many failed
     * @return a ratio 0..1; no data where nothing ended either way
     */
    public static Finding<Ratio> of(long succeeded, long failed) {
        String nothing = "nothing succeeded or failed in the window";
        return succeeded + failed == 0
                ? Finding.noData(nothing)
                : Ratio.ofCounts(succeeded, succeeded + failed, nothing);
    }
}
