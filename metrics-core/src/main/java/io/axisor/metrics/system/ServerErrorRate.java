package io.axisor.metrics.system;

import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;

/**
 * Which share of requests the server failed to answer.
 *
 * <pre>error rate = requests answered with 500 to 599 ÷ requests</pre>
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>requests</th><th>rate</th></tr>
 * <tr><td>none</td><td>NO_DATA</td></tr>
 * <tr><td>some, and it is not told which of them failed</td><td>UNAVAILABLE</td></tr>
 * <tr><td>1000, 3 of them failed</td><td>3 ÷ 1000 = 0.003</td></tr>
 * </table>
 */
public final class ServerErrorRate {

    private ServerErrorRate() {}

    /**
     * The rate.
     *
     * @param requests the requests
     * @return a ratio 0..1; no data without requests; without a number of errors, its status and reason
     */
    public static Finding<Ratio> of(HttpRequestFacts requests) {
        String none = "no request was answered in the window";
        return requests.requests() == 0
                ? Finding.noData(none)
                : requests.serverErrors().flatMap(errors -> Ratio.ofCounts(errors, requests.requests(), none));
    }
}
