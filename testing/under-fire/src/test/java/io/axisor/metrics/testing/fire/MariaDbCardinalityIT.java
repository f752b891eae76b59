package io.axisor.metrics.testing.fire;

import java.io.IOException;

class MariaDbCardinalityIT extends CardinalityContract {

    MariaDbCardinalityIT() throws IOException, InterruptedException {
        super(new MariaDbServer());
    }
}
