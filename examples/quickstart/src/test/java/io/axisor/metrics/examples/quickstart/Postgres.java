package io.axisor.metrics.examples.quickstart;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL, one for all tests; it ends with the process. */
public final class Postgres {

    private static @Nullable EmbeddedPostgres server;

    private Postgres() {}

    /** The address of its database. */
    public static synchronized String url() throws IOException {
        if (server == null) {
            server = EmbeddedPostgres.start();
        }
        return server.getJdbcUrl("postgres", "postgres");
    }
}
