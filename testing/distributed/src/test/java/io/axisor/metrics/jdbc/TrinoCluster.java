package io.axisor.metrics.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.trino.plugin.memory.MemoryPlugin;
import io.trino.testing.DistributedQueryRunner;
import io.trino.testing.TestingSession;
import java.net.URI;
import java.util.Map;
import javax.sql.DataSource;

/** Three nodes of Trino in this JVM, whose tables live in their memory, started once and gone with the JVM. */
final class TrinoCluster {

    private static final int NODES = 3;

    /** What ended is forgotten at once; kept for a quarter of an hour, thousands of plans fill the memory. */
    private static final Map<String, String> FORGETFUL = Map.of("query.max-history", "10", "task.info.max-age", "1s");

    private static TrinoCluster started;

    private final DataSource dataSource;

    private TrinoCluster(URI coordinator) {
        HikariConfig pool = new HikariConfig();
        // Without explicitPrepare every prepared statement is two requests, and travels in a header.
        pool.setJdbcUrl("jdbc:trino://" + coordinator.getAuthority() + "/memory/default?explicitPrepare=false");
        pool.setUsername("metrics");
        pool.setMaximumPoolSize(2);
        this.dataSource = new HikariDataSource(pool);
    }

    static synchronized TrinoCluster running() {
        if (started == null) {
            started = start();
        }
        return started;
    }

    private static TrinoCluster start() {
        try {
            DistributedQueryRunner nodes = DistributedQueryRunner.builder(
                            TestingSession.testSessionBuilder().build())
                    .setNodeCount(NODES)
                    .setExtraProperties(FORGETFUL)
                    .build();
            Runtime.getRuntime().addShutdownHook(new Thread(nodes::close, "stop-trino"));
            nodes.installPlugin(new MemoryPlugin());
            nodes.createCatalog("memory", "memory", Map.of("memory.max-data-per-node", "1GB"));
            return new TrinoCluster(nodes.getCoordinator().getBaseUrl());
        } catch (Exception e) {
            throw new IllegalStateException("the nodes of Trino did not start", e);
        }
    }

    /** Lends connections of a small pool, as a host's does. */
    DataSource dataSource() {
        return dataSource;
    }
}
