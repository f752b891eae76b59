package io.axisor.metrics.examples.monitoring;

import java.util.List;

/**
 * A PromQL expression of a rule or of a dashboard.
 *
 * @param place what it belongs to
 * @param text the expression, with the variables of the dashboard in it
 */
record Expression(String place, String text) {

    /** The expression as Prometheus may get it. */
    String withoutVariables() {
        return text.replace("$__rate_interval", "5m").replaceAll("\\$\\w+", "any");
    }

    List<PromQl.Selector> selectors() {
        return PromQl.parse(text).selectors();
    }

    @Override
    public String toString() {
        return place + ": " + text;
    }
}
