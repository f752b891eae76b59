package io.axisor.metrics.examples.fire;

import java.io.IOException;

class MariaDbOutageIT extends OutageContract {

    MariaDbOutageIT() throws IOException, InterruptedException {
        super(new MariaDbServer());
    }
}
