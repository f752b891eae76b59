package io.axisor.metrics.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;

final class TrinoEngine extends Engine {

    static final TrinoEngine INSTANCE = new TrinoEngine();

    private static final int ROWS_AT_ONCE = 200;

    private TrinoEngine() {
        super("Trino");
    }

    @Override
    DataSource start() {
        return TrinoCluster.running().dataSource();
    }

    @Override
    Object bound(Object value) {
        return value instanceof OffsetDateTime instant ? instant.toInstant() : value;
    }

    /** An INSERT costs a plan and a run on three nodes, and tables in memory know no transactions. */
    @Override
    void insert(String table, List<Object[]> rows) throws SQLException {
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            List<Object[]> some = rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE));
            int width = some.get(0).length;
            String row = "(" + places(width) + ")";
            try (Connection connection = dataSource().getConnection();
                    PreparedStatement insert = connection.prepareStatement(
                            "INSERT INTO " + table + " VALUES " + row + (", " + row).repeat(some.size() - 1))) {
                for (int i = 0; i < some.size(); i++) {
                    bind(insert, i * width + 1, some.get(i));
                }
                insert.executeUpdate();
            }
        }
    }

    @Override
    String quirks() {
        return "as many nodes as you have; tables are named `catalog.schema.table`; there are no indexes to miss";
    }
}
