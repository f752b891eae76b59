package io.axisor.metrics.examples.quickstart.database;

/** The database cannot be used as it is; the message says why and what to do. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * A fault of the database.
     *
     * @param message what is wrong and the remedy
     */
    public DatabaseException(String message) {
        super(message);
    }

    /**
     * A fault of the database that a driver reported.
     *
     * @param message what is wrong and the remedy
     * @param cause the report
     */
    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
