/** Shows business metrics as gauges in a Micrometer registry. */
module io.axisor.metrics.micrometer {
    requires transitive io.axisor.metrics;
    requires transitive micrometer.core;
    requires static org.jspecify;
    requires org.slf4j;

    exports io.axisor.metrics.micrometer;
}
