package io.axisor.metrics.jdbc;

import org.jspecify.annotations.Nullable;

/** The table that a fact's columns may also come from. */
public final class JoinMapping {

    String table = "";
    String key = "";
    String matching = "";

    @Nullable
    String where;

    JoinMapping() {}

    /**
     * The other table.
     *
     * @param newTable its name
     * @return this
     */
    public JoinMapping table(String newTable) {
        this.table = newTable;
        return this;
    }

    /**
     * The other table's column that identifies its rows.
     *
     * @param column its name
     * @return this
     */
    public JoinMapping key(String column) {
        this.key = column;
        return this;
    }

    /**
     * A condition on the other table's rows, such as kind = 'billing', where a key has a row of each kind. In the database's
     * own SQL, on columns of that table, without parameters. For code and configuration only: never build it from input.
     *
     * @param condition what could stand behind WHERE
     * @return this
     */
    public JoinMapping where(String condition) {
        this.where = condition;
        return this;
    }

    /**
     * Our column that equals the key.
     *
     * @param column its name
     * @return this
     */
    public JoinMapping matching(String column) {
        this.matching = column;
        return this;
    }
}
