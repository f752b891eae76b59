package io.axisor.metrics.jdbc.internal.sql;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A CASE that finds the interval a value lies in by halving, so that a row costs as many comparisons as the number of
 * intervals has digits in base two, on every database.
 */
public final class CaseTree {

    private CaseTree() {}

    /**
     * The number of bounds that a column has reached.
     *
     * @param column a column that is not null
     * @param ascendingBounds what the column is compared with: params, or numbers of ours
     * @return 0 below the first bound, their number from the last one on
     */
    public static Sql reached(String column, List<?> ascendingBounds) {
        return pick(
                column,
                ascendingBounds,
                IntStream.rangeClosed(0, ascendingBounds.size())
                        .mapToObj(String::valueOf)
                        .toList());
    }

    /**
     * What belongs to the interval that a column lies in.
     *
     * @param column a column that is not null
     * @param ascendingBounds what the column is compared with: params, or numbers of ours
     * @param results numbers of ours, one more than bounds: the first below the first bound, the last from the last one on
     * @return the result of the interval
     */
    public static Sql pick(String column, List<?> ascendingBounds, List<String> results) {
        if (ascendingBounds.isEmpty()) {
            return Sql.of(results.get(0));
        }
        int middle = ascendingBounds.size() / 2;
        return Sql.of(
                "CASE WHEN ",
                column,
                " >= ",
                ascendingBounds.get(middle),
                " THEN ",
                pick(
                        column,
                        ascendingBounds.subList(middle + 1, ascendingBounds.size()),
                        results.subList(middle + 1, results.size())),
                " ELSE ",
                pick(column, ascendingBounds.subList(0, middle), results.subList(0, middle + 1)),
                " END");
    }
}
