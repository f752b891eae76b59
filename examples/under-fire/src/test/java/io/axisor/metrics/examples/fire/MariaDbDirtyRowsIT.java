package io.axisor.metrics.examples.fire;

import java.io.IOException;

class MariaDbDirtyRowsIT extends DirtyRowsContract {

    MariaDbDirtyRowsIT() throws IOException, InterruptedException {
        super(new MariaDbServer());
    }
}
