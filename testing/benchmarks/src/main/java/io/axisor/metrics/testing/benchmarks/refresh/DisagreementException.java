package io.axisor.metrics.testing.benchmarks.refresh;

import java.util.List;

/** The library and the statements by hand say different things. */
public final class DisagreementException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DisagreementException(List<String> faults) {
        super(faults.size() + " values differ, so nothing was timed:\n" + String.join("\n", faults));
    }
}
