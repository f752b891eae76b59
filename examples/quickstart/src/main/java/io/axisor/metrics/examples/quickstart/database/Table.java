package io.axisor.metrics.examples.quickstart.database;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table to create, in SQL that every database understands.
 *
 * @param name its name; lower case in a schema of somebody else's database
 * @param columns its columns as in CREATE TABLE
 * @param indexes the columns of each index, such as {@code paid_at} or {@code user_id, occurred_at}
 */
public record Table(String name, String columns, List<String> indexes) {

    /** Copies the list. */
    public Table {
        indexes = List.copyOf(indexes);
    }

    String creation(String schema) {
        return "CREATE TABLE " + schema + "." + name + " (" + columns + ")";
    }

    /** The indexes, best made after the rows. */
    Stream<String> indexCreations(String schema) {
        return indexes.stream().map(indexed -> {
            String index =
                    (name + "_" + indexed).replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_|_$", "");
            return "CREATE INDEX " + index + " ON " + schema + "." + name + " (" + indexed + ")";
        });
    }
}
