package io.axisor.metrics.refresh;

/**
 * Keeps an interrupted flag, which the caller brought or foreign code left behind, from what is called next, and sets it
 * again at the end: a thread of the host's learns that it was interrupted.
 */
final class Interruption implements AutoCloseable {

    private boolean interrupted;

    private Interruption() {
        setAsideAgain();
    }

    static Interruption setAside() {
        return new Interruption();
    }

    /** To be called after each call of foreign code. */
    void setAsideAgain() {
        interrupted |= Thread.interrupted();
    }

    @Override
    public void close() {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
