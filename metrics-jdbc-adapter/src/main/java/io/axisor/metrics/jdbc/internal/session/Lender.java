package io.axisor.metrics.jdbc.internal.session;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Where sessions come from, and where those that are under way can be ended. */
public final class Lender {

    private final DataSource dataSource;
    private final Duration timeout;
    private final Set<Session> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong cancellations = new AtomicLong();

    /**
     * Borrows nothing yet.
     *
     * @param dataSource lends connections
     * @param timeout the longest that a transaction, and so a statement, may take
     */
    public Lender(DataSource dataSource, Duration timeout) {
        this.dataSource = dataSource;
        this.timeout = timeout;
    }

    /**
     * A session whose statements see the same rows until {@link Session#nextSnapshot}, where the database has snapshots.
     *
     * @return the session, to be closed
     * @throws SQLException if there is no connection, or it cannot begin
     */
    public Session openSnapshot() throws SQLException {
        return open(true);
    }

    /**
     * A session whose statements need not see the same rows: each has a transaction of its own.
     *
     * @return the session, to be closed
     * @throws SQLException if there is no connection, or it cannot begin
     */
    public Session open() throws SQLException {
        return open(false);
    }

    private Session open(boolean isSnapshot) throws SQLException {
        long before = cancellations.get();
        Loan loan = Loan.from(dataSource);
        try {
            Session session = new Session(loan, timeout, isSnapshot, open);
            if (cancellations.get() != before) {
                session.cancel(); // while it waited for its connection
            }
            return session;
        } catch (Throwable e) { // what was lent goes back after an Error, too
            try {
                loan.giveBack();
            } catch (Throwable broken) {
                e.addSuppressed(broken);
            }
            throw e;
        }
    }

    /** Ends the sessions that are open or being opened, without waiting for it; later ones are none of its business. */
    public void cancel() {
        cancellations.incrementAndGet();
        open.forEach(Session::cancel);
    }
}
