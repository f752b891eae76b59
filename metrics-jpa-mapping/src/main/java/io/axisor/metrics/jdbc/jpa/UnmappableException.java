package io.axisor.metrics.jdbc.jpa;

/** What an entity cannot be mapped by, in one sentence that says what to write instead. */
final class UnmappableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnmappableException(String message) {
        super(message);
    }

    /** What to write where an entity does not say enough. */
    static String byTable() {
        return "map these facts by table instead, in .with(...)";
    }

    /** What to write where an entity's rows are not those of a table. */
    static String bySelect() {
        return "map these facts by a select instead, in .with(...)";
    }
}
