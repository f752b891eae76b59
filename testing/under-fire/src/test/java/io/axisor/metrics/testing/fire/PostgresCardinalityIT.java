package io.axisor.metrics.testing.fire;

import java.io.IOException;

class PostgresCardinalityIT extends CardinalityContract {

    PostgresCardinalityIT() throws IOException {
        super(new PostgresServer());
    }
}
