package io.axisor.metrics.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;

final class PostgresEngine extends Engine {

    PostgresEngine() {
        super("PostgreSQL");
    }

    @Override
    DataSource start() {
        try {
            return EmbeddedPostgres.start().getPostgresDatabase();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    String instantType() {
        return "TIMESTAMPTZ(6)";
    }
}
