package io.axisor.metrics.jdbc;

/** A contract that runs on a database. */
interface OnEngine {

    Engine engine();
}
