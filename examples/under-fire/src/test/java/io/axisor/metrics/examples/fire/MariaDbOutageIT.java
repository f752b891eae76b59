package io.axisor.metrics.examples.fire;

import java.io.IOException;

class MariaDbOutageIT extends OutageContract {

    MariaDbOutageIT() throws IOException, InterruptedException {
        super(new MariaDbServer());
    }

    @Override
    String secondsAgo(String seconds) {
        return "UTC_TIMESTAMP() - INTERVAL " + seconds + " SECOND";
    }

    @Override
    String numbers(int most) {
        return "(SELECT seq AS n FROM seq_1_to_" + most + ") AS numbers";
    }
}
