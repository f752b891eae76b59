package io.axisor.metrics.examples.fire;

import java.io.IOException;

class MariaDbCardinalityIT extends CardinalityContract {

    MariaDbCardinalityIT() throws IOException, InterruptedException {
        super(new MariaDbServer());
    }
}
