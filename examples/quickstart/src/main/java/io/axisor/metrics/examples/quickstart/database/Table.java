package io.axisor.metrics.examples.quickstart.database;

import java.util.List;

/**
 * A table to create, in SQL that every database understands.
 *
 * @param name its name, lower case
 * @param columns its columns as in CREATE TABLE
 * @param indexes the columns of each index, such as {@code paid_at} or {@code user_id, occurred_at}
 */
public record Table(String name, String columns, List<String> indexes) {

    /** Copies the list. */
    public Table {
        indexes = List.copyOf(indexes);
    }
}
