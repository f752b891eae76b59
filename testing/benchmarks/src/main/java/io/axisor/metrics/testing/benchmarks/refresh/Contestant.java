package io.axisor.metrics.testing.benchmarks.refresh;

import java.sql.SQLException;
import javax.sql.DataSource;

/** A way to the figures. */
@FunctionalInterface
interface Contestant {

    /** Asks for all of them, one statement after the other. */
    void ask(DataSource database) throws SQLException;
}
