package io.axisor.metrics.jdbc;

/** The row of the distributed engine, whose contracts run in this module. */
class DistributedDocumentIT extends DatabasesDocumentIT {

    @Override
    boolean runsHere(String key) {
        return key.startsWith(TRINO);
    }
}
