package io.axisor.metrics.jdbc.internal.sql;

import java.util.ArrayList;
import java.util.List;

/** The columns of a SELECT, each under an alias; tells at which place each will be read. */
public final class SelectList {

    private final String alias;
    private final List<Sql> columns = new ArrayList<>();

    public SelectList() {
        this("m");
    }

    /** A list whose aliases begin in a way of their own. */
    public SelectList(String alias) {
        this.alias = alias;
    }

    /** Adds a column and returns its place, counted from 1. */
    public int add(Object... column) {
        columns.add(Sql.of(Sql.of(column), " AS " + alias + columns.size()));
        return columns.size();
    }

    public Sql sql() {
        return Sql.join(", ", columns);
    }
}
