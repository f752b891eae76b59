package io.axisor.metrics.jdbc;

import java.time.OffsetDateTime;
import javax.sql.DataSource;

final class TrinoEngine extends Engine {

    static final TrinoEngine INSTANCE = new TrinoEngine();

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

    /** An INSERT costs a plan and a run on three nodes; one of more rows than this plans longer than two. */
    @Override
    int rowsPerInsert() {
        return 200;
    }
}
