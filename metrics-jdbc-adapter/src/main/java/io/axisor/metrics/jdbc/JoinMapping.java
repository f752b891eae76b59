package io.axisor.metrics.jdbc;

/** The table that a fact's columns may also come from. */
public final class JoinMapping {

    String table = "";
    String key = "";
    String matching = "";

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
