package io.axisor.metrics.examples.quickstart.database;

import io.axisor.metrics.examples.quickstart.Postgres;

class PostgresGuestSchemaIT extends GuestSchemaContractTest {

    @Override
    String url() throws Exception {
        return Postgres.url();
    }
}
