package io.axisor.metrics.jdbc.internal.session;

import io.axisor.metrics.jdbc.internal.dialect.Restorations;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

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
        Throwable closing = close();
        if (closing != null && close() != null) {
            abort();
            close();
        }
        Throwable first = failure == null ? closing : failure;
        if (first != null) {
            Loan.<SQLException>rethrow(first);
        }
    }

    /** Tries to; what is thrown may have kept the pool from hearing of it. */
    private @Nullable Throwable close() {
        try {
            connection.close();
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    /** Ends the connection beneath the pool's, which then finds it dead; not every driver knows how to abort. */
    private void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (Throwable e) {
            // it is of no use already
        }
        try {
            connection.unwrap(Connection.class).close();
        } catch (Throwable e) {
            // the pool's own is closed next
        }
    }

    @SuppressWarnings("unchecked") // drivers in languages without checked exceptions throw them unannounced
    private static <T extends Throwable> void rethrow(Throwable e) throws T {
        throw (T) e;
    }
}
