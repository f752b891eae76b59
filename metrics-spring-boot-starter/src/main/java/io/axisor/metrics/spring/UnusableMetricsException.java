package io.axisor.metrics.spring;

import java.util.function.Supplier;

/** Why the application cannot start, for people to read. */
@SuppressWarnings("serial") // never serialised
final class UnusableMetricsException extends RuntimeException {

    private final String action;

    UnusableMetricsException(String description, String action) {
        super(description);
        this.action = action;
    }

    /** Makes what may refuse its options. */
    static <T> T orThrow(Supplier<T> making, String action) {
        try {
            return making.get();
        } catch (IllegalArgumentException e) {
            throw new UnusableMetricsException(String.valueOf(e.getMessage()), action);
        }
    }

    String action() {
        return action;
    }
}
