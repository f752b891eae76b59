package io.axisor.metrics.testing.fire;

import java.io.IOException;

class PostgresLeaseIT extends LeaseContract {

    PostgresLeaseIT() throws IOException {
        super(new PostgresServer());
    }
}
