/** Shows business metrics as gauges in a Micrometer registry, and reads the host's HTTP requests from it. */
module io.axisor.metrics.micrometer {
    requires transitive io.axisor.metrics;
    requires transitive micrometer.core;
    requires static org.jspecify;
    requires org.slf4j;

    exports io.axisor.metrics.micrometer;
}
