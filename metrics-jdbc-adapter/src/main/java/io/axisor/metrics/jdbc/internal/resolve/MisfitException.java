package io.axisor.metrics.jdbc.internal.resolve;

import java.util.List;

/** That a fact is asked for whose mapping does not fit the database. */
@SuppressWarnings("serial") // never serialised
public final class MisfitException extends RuntimeException {

    private final transient List<String> errors;

    MisfitException(List<String> errors) {
        super(String.join("; ", errors));
        this.errors = errors;
    }

    /** What does not fit. */
    public List<String> errors() {
        return errors;
    }
}
