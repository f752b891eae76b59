package io.axisor.metrics.jdbc.internal;

import io.axisor.metrics.jdbc.internal.dialect.Restorations;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A connection lent by the host. Whatever was thrown meanwhile, it goes back as it came; where that cannot be had, it is
 * aborted before, so that its pool replaces it.
 */
final class Loan {

    private final Connection connection;
    private final Restorations restorations;
    private boolean isWorn;

    /** That no connection was lent, rather than no answer given. */
    static final class NoConnectionException extends SQLException {

        private static final long serialVersionUID = 1L;

        NoConnectionException(Exception cause) {
            super("no connection", cause);
        }
    }

    private Loan(Restorations restorations, Connection connection) {
        this.restorations = restorations;
        this.connection = connection;
    }

    /** Borrows. Some pools say unchecked that they lend none. */
    static Loan from(DataSource dataSource) throws NoConnectionException {
        try {
            return new Loan(new Restorations(), dataSource.getConnection());
        } catch (SQLException | RuntimeException e) {
            throw new NoConnectionException(e);
        }
    }

    Connection connection() {
        return connection;
    }

    /** Takes what undoes each change. */
    Restorations restorations() {
        return restorations;
    }

    /** The connection is not to be used again, by anybody. */
    void wear() {
        isWorn = true;
    }

    /**
     * Gives it back.
     *
     * @throws SQLException what was thrown first on the way, as it is: an Error, too
     */
    void giveBack() throws SQLException {
        restorations.run();
        if (isWorn || !restorations.isWhole()) {
            abort();
        }
        Throwable failure = restorations.failure();
        try {
            connection.close();
        } catch (Throwable e) {
            failure = failure == null ? e : failure;
            abort();
            close();
        }
        if (failure != null) {
            Loan.<SQLException>rethrow(failure);
        }
    }

    private void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (Throwable e) {
            // it is of no use already
        }
    }

    /** Once more: a pool may not have heard of the first time. */
    private void close() {
        try {
            connection.close();
        } catch (Throwable e) {
            // told of the first time
        }
    }

    @SuppressWarnings("unchecked") // drivers in languages without checked exceptions throw them unannounced
    private static <T extends Throwable> void rethrow(Throwable e) throws T {
        throw (T) e;
    }
}
