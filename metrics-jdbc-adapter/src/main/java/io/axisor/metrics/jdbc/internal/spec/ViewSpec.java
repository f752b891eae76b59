package io.axisor.metrics.jdbc.internal.spec;

import java.util.List;

/**
 * What a fact's table is read with, as a view would: tables beside it, of which each has at most one row for each of its
 * rows, and conditions on its rows.
 *
 * @param beside the tables beside it, each after the one it is found from
 * @param conditions the conditions, all of which must hold
 */
public record ViewSpec(List<Beside> beside, List<Condition> conditions) {

    /** The alias of the fact's own table. */
    public static final String OWN = "o";

    /**
     * A table beside it.
     *
     * @param alias its alias
     * @param table its name
     * @param key its column
     * @param from the alias of the table that it is found from
     * @param matching the column of that table that equals the key
     * @param shown why it is there, for messages
     */
    public record Beside(String alias, String table, String key, String from, String matching, String shown) {}

    /**
     * A condition on rows.
     *
     * @param alias the alias of the table that has the column
     * @param column the column
     * @param values the stored values that it may have; none for NULL alone
     * @param shown why it is there, for messages
     */
    public record Condition(String alias, String column, List<String> values, String shown) {}
}
