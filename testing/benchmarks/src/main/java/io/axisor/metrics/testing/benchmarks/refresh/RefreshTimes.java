package io.axisor.metrics.testing.benchmarks.refresh;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What one company in one database took.
 *
 * @param scale the company's
 * @param agreement what was compared before time was taken
 * @param sent how many statements each way sends and how many rows come back
 * @param rounds the times of each setting
 * @param statements the library's statements
 */
record RefreshTimes(
        double scale,
        Agreement agreement,
        Map<String, Traffic> sent,
        List<Round> rounds,
        List<StatementTimes> statements) {

    static final String LIBRARY = "library";
    static final String SERVICE = "service";
    static final String BY_HAND = "hand-tuned";
    static final String SCAN = "scan";
    static final String COUNT = "count";

    /**
     * What the database may use.
     *
     * @param indexed whether the usual indexes are there
     * @param workers how many processes may help with a scan
     */
    record Setting(boolean indexed, int workers) {

        String words() {
            return (indexed ? "usual indexes, " : "no indexes, ") + workers + " workers";
        }
    }

    /**
     * What travels.
     *
     * @param statements from here
     * @param rows back
     */
    record Traffic(int statements, long rows) {}

    /**
     * Medians in a setting, by way and by domain.
     *
     * @param setting the setting
     * @param medians how long each took
     */
    record Round(Setting setting, Map<String, Duration> medians) {

        Duration of(String name) {
            return Objects.requireNonNull(medians.get(name), name);
        }

        /** How many times as long one takes as the other. */
        double ratio(String one, String other) {
            return (double) of(one).toNanos() / of(other).toNanos();
        }
    }

    /**
     * A statement of the library's, one process at work.
     *
     * @param domain what it is sent for
     * @param sql its text
     * @param rows how many come back
     * @param reads what it reads of its tables
     * @param withoutIndexes its median
     * @param withIndexes its median
     */
    record StatementTimes(
            String domain, String sql, long rows, TableReads reads, Duration withoutIndexes, Duration withIndexes) {}
}
