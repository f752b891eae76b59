package io.axisor.metrics.jdbc.internal.resolve;

import io.axisor.metrics.jdbc.internal.session.Session;
import io.axisor.metrics.jdbc.internal.spec.Wording;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looks for accounts that are left out, since they have no id or that of another. An error where they are more than 5 % of
 * all. Nothing is asked where the database promises that there are none.
 */
public final class AccountIds {

    private static final double MOST_LEFT_OUT = 0.05;
    private static final int MOST_SHOWN = 20;

    private final List<String> errors = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private AccountIds() {}

    /**
     * Looks.
     *
     * @param schema the mapping as found
     * @param session the connection
     * @param timeout the longest that a statement may take
     * @return what was found
     * @throws SQLException if the database does not answer
     */
    public static AccountIds find(ResolvedSchema schema, Session session, Duration timeout) throws SQLException {
        AccountIds found = new AccountIds();
        if (!schema.has("users") || schema.ids("users") == Ids.UNIQUE) {
            return found;
        }
        long begun = System.nanoTime();
        try {
            found.look(schema.source("users", "f"), session, schema.spec().wording());
        } catch (SQLException e) {
            if (System.nanoTime() - begun < timeout.toNanos()) {
                throw e;
            }
            found.warnings.add(
                    "users.id: whether several accounts have one id was not looked at, since reading them takes"
                            + " longer than " + timeout.toSeconds() + " s");
            session.nextSnapshot(); // PostgreSQL answers nothing more in a transaction with an error
        }
        return found;
    }

    /** Ids that leave out so many accounts that metrics would be wrong, a sentence each. */
    public List<String> errors() {
        return errors;
    }

    /** Ids that leave out some accounts, or could not be looked at, a sentence each. */
    public List<String> warnings() {
        return warnings;
    }

    private void look(Source users, Session session, Wording wording) throws SQLException {
        String id = users.column("id");
        String from = " FROM " + users.from().text();
        String atStart = "SELECT " + users.dialect().limitAtStart(MOST_SHOWN);
        String atEnd = users.dialect().limitAtEnd(MOST_SHOWN);
        String where = wording.setter("users", "where");
        IdCounts counts = IdCounts.of(users, session);
        tell(
                counts.rows(),
                counts.withoutId(),
                "they have no id; leave them out with " + where + ", or see such rows with: " + atStart + id + ", "
                        + users.asStored("createdAt") + from + " WHERE " + id + " IS NULL" + atEnd);
        tell(
                counts.rows(),
                counts.duplicates(),
                "others of the same id were created earlier; choose those that count with "
                        + where + ", or see such ids with: " + atStart + id + ", COUNT(*)" + from + " WHERE " + id
                        + " IS NOT NULL GROUP BY " + id + " HAVING COUNT(*) > 1" + atEnd);
    }

    private void tell(long accounts, long leftOut, String why) {
        if (leftOut > 0) {
            (leftOut > MOST_LEFT_OUT * accounts ? errors : warnings)
                    .add(String.format(
                            Locale.ROOT,
                            "users.id: %d of %d accounts (%.1f %%) are left out, since %s",
                            leftOut,
                            accounts,
                            100.0 * leftOut / accounts,
                            why));
        }
    }
}
