package io.axisor.metrics.jdbc.internal;

import java.util.List;

/**
 * A CASE that finds the interval a value lies in by halving, so that a row costs as many comparisons as the number of
 * intervals has digits in base two, on every database.
 */
final class CaseTree {

    private CaseTree() {}

    /**
     * The number of bounds that a column has reached.
     *
     * @param column a column that is not null
     * @param ascendingBounds what the column is compared with: params, or numbers of ours
     * @return 0 below the first bound, their number from the last one on
     */
    static Sql reached(String column, List<?> ascendingBounds) {
        return reached(column, ascendingBounds, 0);
    }

    private static Sql reached(String column, List<?> bounds, int below) {
        if (bounds.isEmpty()) {
            return Sql.of(String.valueOf(below));
        }
        int middle = bounds.size() / 2;
        return Sql.of(
                "CASE WHEN ",
                column,
                " >= ",
                bounds.get(middle),
                " THEN ",
                reached(column, bounds.subList(middle + 1, bounds.size()), below + middle + 1),
                " ELSE ",
                reached(column, bounds.subList(0, middle), below),
                " END");
    }
}
