package io.axisor.metrics.jdbc.internal.session;

import io.axisor.metrics.jdbc.internal.session.Loan.NoConnectionException;
import io.axisor.metrics.source.MetricsDataException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a failure by what cannot hold a row's values: the driver's own words stay in the cause, but for the name of a table
 * that may not be read.
 */
public final class DatabaseFailure {

    /** The SQLState of a statement that was cancelled. */
    static final String CANCELLED = "57014";

    /** Classes of SQLState: the connection, a rollback, resources, somebody's intervention. */
    private static final Set<String> ELSEWHERE = Set.of("08", "40", "53", "57");

    /** A prepared statement that is not there, or there already. */
    private static final Set<String> OF_ANOTHER_SESSION = Set.of("26000", "42P05");

    /** Codes of MySQL and MariaDB, whose SQLStates are those of much else. */
    private static final Set<Integer> NO_SUCH_DATABASE = Set.of(1049);

    /** Those of MySQL and MariaDB, HSQLDB's, and Trino's, whose errors have no SQLState. */
    private static final Set<Integer> OUT_OF_TIME = Set.of(1317, 1969, 3024, -4872, 131075);

    /** Those of MySQL and MariaDB, and H2's. */
    private static final Set<Integer> NO_RIGHT = Set.of(1142, 1143, 90096);

    /** HSQLDB says 42501 of a table that is not there, too. */
    private static final int NO_RIGHT_OR_NO_TABLE = -5501;

    private static final Pattern LAST_NAME = Pattern.compile("[\"'`]?([\\w$.\"'`]*[\\w$])[\"'`]?$");

    private DatabaseFailure() {}

    /**
     * What a failure is called.
     *
     * @param place what was asked, such as a domain
     * @param e what the driver threw
     * @param remedy what to do about an error of the database that nothing else is known of
     * @return the exception to throw
     */
    public static MetricsDataException of(String place, SQLException e, String remedy) {
        boolean isLent = !(e instanceof NoConnectionException);
        Throwable told = isLent || e.getCause() == null ? e : e.getCause();
        String words = isLent ? whileAsked(e, remedy) : notLent(told);
        return new MetricsDataException(place + ": " + words.replace("{}", "(" + kind(told) + ")"), told);
    }

    private static String notLent(Throwable told) {
        SQLException e = told instanceof SQLException sql ? sql : new SQLException(told);
        String state = state(e);
        if (state.startsWith("28")) {
            return "the database refused the login {}; check the user and the password of the data source";
        }
        if (state.startsWith("3D") || NO_SUCH_DATABASE.contains(e.getErrorCode())) {
            return "the database that the data source names does not exist {}; check its name in the URL";
        }
        if (state.startsWith("08")) {
            return "no connection to the database {}; check the host and the port of the data source, and whether the"
                    + " database is up";
        }
        return "the data source lent no connection {}; look whether the database is up and the pool has a connection"
                + " to spare";
    }

    private static String whileAsked(SQLException e, String remedy) {
        String state = state(e);
        if (state.startsWith("08")) {
            return "the database did not answer {}, and the connection is gone; look whether it is up, and at the"
                    + " network between";
        }
        if (isOutOfTime(e)) {
            return "cancelled by the timeout, or by somebody else {}; raise the query timeout, or make it faster with"
                    + " the indexes that verifying the mapping names";
        }
        if (OF_ANOTHER_SESSION.contains(state)) {
            return "a prepared statement was lost between sessions {}, as behind a pooler that shares them between"
                    + " transactions; with PostgreSQL's driver set prepareThreshold=0 in the URL";
        }
        if (mayNotRead(e)) {
            String table = lastName(e);
            return "the user of the data source may not read " + (table.isEmpty() ? "a table" : "'" + table + "'")
                    + " {}; grant that user SELECT on it";
        }
        return "the database reported an error {}; " + remedy;
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    /** Whether a statement was cancelled, by its timeout or by somebody. */
    static boolean isOutOfTime(SQLException e) {
        return e instanceof SQLTimeoutException || state(e).equals(CANCELLED) || OUT_OF_TIME.contains(e.getErrorCode());
    }

    private static boolean mayNotRead(SQLException e) {
        return NO_RIGHT.contains(e.getErrorCode())
                || (state(e).equals("42501") && e.getErrorCode() != NO_RIGHT_OR_NO_TABLE);
    }

    /** Whatever its language, a message about a missing right ends with what it is missing for. */
    private static String lastName(SQLException e) {
        Matcher name = LAST_NAME.matcher(words(e).strip());
        return name.find() ? name.group(1).replaceAll("[\"'`]", "") : "";
    }

    /**
     * Whether a table may have changed since it was looked up.
     *
     * @param e what the driver threw
     * @return false where the database was away, busy or out of time, which says nothing of its tables
     */
    public static boolean mayBeOfAChangedTable(SQLException e) {
        String state = state(e);
        return !(e instanceof NoConnectionException)
                && !(e instanceof SQLTransientException)
                && !(e instanceof SQLRecoverableException)
                && (state.length() < 2 || !ELSEWHERE.contains(state.substring(0, 2)));
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

    /**
     * What a database says first: after it come the statement, or places in it, that the host did not write.
     *
     * @param e what it said
     * @return one line
     */
    public static String words(SQLException e) {
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("; SQL statement:$| in statement \\[.*$", "");
    }
}
