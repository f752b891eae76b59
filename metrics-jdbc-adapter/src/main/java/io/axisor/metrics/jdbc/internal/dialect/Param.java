package io.axisor.metrics.jdbc.internal.dialect;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A value that is bound, never written into SQL. */
@FunctionalInterface
public interface Param {

    /** Binds the value at a place, counted from 1. */
    void bind(PreparedStatement statement, int index) throws SQLException;
}
