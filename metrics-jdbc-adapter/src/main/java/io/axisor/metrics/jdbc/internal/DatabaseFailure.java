package io.axisor.metrics.jdbc.internal;

import io.axisor.metrics.jdbc.internal.Session.NoConnectionException;
import io.axisor.metrics.source.MetricsDataException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Names a failure by what cannot hold a row's values: the driver's own words stay in the cause. */
public final class DatabaseFailure {

    /** Classes of SQLState: the connection, a rollback, resources, somebody's intervention. */
    private static final Set<String> ELSEWHERE = Set.of("08", "40", "53", "57");

    private DatabaseFailure() {}

    /**
     * What a failure is called.
     *
     * @param place what was asked, such as a domain
     * @param e what the driver threw
     * @param remedy what to do where the database gave no answer
     * @return the exception to throw
     */
    public static MetricsDataException of(String place, SQLException e, String remedy) {
        if (e instanceof NoConnectionException && e.getCause() != null) {
            return new MetricsDataException(
                    place + ": the data source lent no connection (" + kind(e.getCause())
                            + "); look whether the database is up and the pool has a connection to spare",
                    e.getCause());
        }
        return new MetricsDataException(place + ": the database did not answer (" + kind(e) + "); " + remedy, e);
    }

    /**
     * Whether a table may have changed since it was looked up.
     *
     * @param e what the driver threw
     * @return false where the database was away, busy or out of time, which says nothing of its tables
     */
    public static boolean mayBeOfAChangedTable(SQLException e) {
        String state = e.getSQLState();
        return !(e instanceof NoConnectionException)
                && !(e instanceof SQLTransientException)
                && !(e instanceof SQLRecoverableException)
                && (state == null || state.length() < 2 || !ELSEWHERE.contains(state.substring(0, 2)));
    }

    /**
     * The kind of a failure.
     *
     * @param e what was thrown
     * @return its type, and the codes that tell an SQLException
     */
    public static String kind(Throwable e) {
        String name = e.getClass().getSimpleName();
        return e instanceof SQLException sql
                ? name + ", SQLState " + sql.getSQLState() + ", code " + sql.getErrorCode()
                : name;
    }
}
