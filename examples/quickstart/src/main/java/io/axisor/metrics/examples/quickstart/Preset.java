package io.axisor.metrics.examples.quickstart;

/** A system whose tables and dashboards are known. */
enum Preset {
    /** The Axisor trading platform. */
    AXISOR
}
