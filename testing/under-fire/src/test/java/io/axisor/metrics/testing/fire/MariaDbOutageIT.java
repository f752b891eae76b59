package io.axisor.metrics.testing.fire;

import java.io.IOException;

class MariaDbOutageIT extends OutageContract {

    MariaDbOutageIT() throws IOException, InterruptedException {
        super(new MariaDbServer());
    }
}
