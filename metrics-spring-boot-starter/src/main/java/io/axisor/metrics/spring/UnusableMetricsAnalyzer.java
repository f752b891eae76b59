package io.axisor.metrics.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the report alone, without the stack of those whom it passed. */
final class UnusableMetricsAnalyzer extends AbstractFailureAnalyzer<UnusableMetricsException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableMetricsException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), rootFailure);
    }
}
