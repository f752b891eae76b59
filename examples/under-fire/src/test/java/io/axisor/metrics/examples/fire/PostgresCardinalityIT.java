package io.axisor.metrics.examples.fire;

import java.io.IOException;

class PostgresCardinalityIT extends CardinalityContract {

    PostgresCardinalityIT() throws IOException {
        super(new PostgresServer());
    }
}
