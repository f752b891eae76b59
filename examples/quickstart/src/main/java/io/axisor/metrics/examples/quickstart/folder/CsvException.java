package io.axisor.metrics.examples.quickstart.folder;

/** A folder, file or line is not as expected; the message names the place, the value and what is expected. */
public final class CsvException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * A fault of the data.
     *
     * @param message place, value and what is expected
     */
    public CsvException(String message) {
        super(message);
    }

    CsvException(String message, Throwable cause) {
        super(message, cause);
    }
}
