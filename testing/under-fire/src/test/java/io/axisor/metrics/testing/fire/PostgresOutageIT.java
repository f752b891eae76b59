package io.axisor.metrics.testing.fire;

import java.io.IOException;

class PostgresOutageIT extends OutageContract {

    PostgresOutageIT() throws IOException {
        super(new PostgresServer());
    }
}
