package io.axisor.metrics.jdbc.internal;

import java.util.ArrayList;
import java.util.List;

/** The columns of a SELECT, each under an alias; tells at which place each will be read. */
final class SelectList {

    private final List<Sql> columns = new ArrayList<>();

    /** Adds a column and returns its place, counted from 1. */
    int add(Object... column) {
        columns.add(Sql.of(Sql.of(column), " AS m" + columns.size()));
        return columns.size();
    }

    Sql sql() {
        return Sql.join(", ", columns);
    }
}
