/** Business metrics: models, formulas and the port behind which any store of facts can stand. */
module io.axisor.metrics {
    requires static transitive org.jspecify;
    requires org.slf4j;

    exports io.axisor.metrics;
    exports io.axisor.metrics.automation;
    exports io.axisor.metrics.definition;
    exports io.axisor.metrics.platform;
    exports io.axisor.metrics.refresh;
    exports io.axisor.metrics.revenue;
    exports io.axisor.metrics.source;
    exports io.axisor.metrics.source.row;
    exports io.axisor.metrics.system;
    exports io.axisor.metrics.time;
    exports io.axisor.metrics.trading;
    exports io.axisor.metrics.trading.market;
    exports io.axisor.metrics.trading.risk;
    exports io.axisor.metrics.users;
    exports io.axisor.metrics.value;
}
