package io.axisor.metrics.source;

/**
 * Facts could not be had: the store is out of reach, too slow, or not what the mapping says. The message names the
 * place and the remedy, and never holds values of rows.
 */
public class MetricsDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * With a message alone.
     *
     * @param message place and remedy
     */
    public MetricsDataException(String message) {
        super(message);
    }

    /**
     * With a cause.
     *
     * @param message place and remedy
     * @param cause what the store said
     */
    public MetricsDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
