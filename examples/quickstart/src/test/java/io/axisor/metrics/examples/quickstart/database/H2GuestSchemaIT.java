package io.axisor.metrics.examples.quickstart.database;

import java.util.UUID;

class H2GuestSchemaIT extends GuestSchemaContractTest {

    private static final String URL = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    @Override
    String url() {
        return URL;
    }
}
