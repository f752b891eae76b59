package io.axisor.metrics.testing.fire;

import java.io.IOException;

class MariaDbLeaseIT extends LeaseContract {

    MariaDbLeaseIT() throws IOException, InterruptedException {
        super(new MariaDbServer());
    }
}
