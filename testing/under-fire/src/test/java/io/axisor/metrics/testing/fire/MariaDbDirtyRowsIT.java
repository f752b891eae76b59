package io.axisor.metrics.testing.fire;

import java.io.IOException;

class MariaDbDirtyRowsIT extends DirtyRowsContract {

    MariaDbDirtyRowsIT() throws IOException, InterruptedException {
        super(new MariaDbServer());
    }
}
