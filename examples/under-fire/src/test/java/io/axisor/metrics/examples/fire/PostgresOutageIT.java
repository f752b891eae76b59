package io.axisor.metrics.examples.fire;

import java.io.IOException;

class PostgresOutageIT extends OutageContract {

    PostgresOutageIT() throws IOException {
        super(new PostgresServer());
    }
}
