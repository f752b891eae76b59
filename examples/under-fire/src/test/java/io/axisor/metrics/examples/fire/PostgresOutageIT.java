package io.axisor.metrics.examples.fire;

import java.io.IOException;

class PostgresOutageIT extends OutageContract {

    PostgresOutageIT() throws IOException {
        super(new PostgresServer());
    }

    @Override
    String secondsAgo(String seconds) {
        return "now() AT TIME ZONE 'UTC' - " + seconds + " * interval '1 second'";
    }

    @Override
    String numbers(int most) {
        return "generate_series(1, " + most + ") AS numbers(n)";
    }
}
