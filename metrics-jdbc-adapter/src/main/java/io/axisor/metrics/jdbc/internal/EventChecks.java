package io.axisor.metrics.jdbc.internal;

import io.axisor.metrics.source.DataCheck;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/**
 * The checks of events, of which each has a user and a time, and the statement that looks for those that say something
 * impossible.
 *
 * @param time the role of the time
 * @param noUser the check that an event of nobody fails
 * @param noTime the check that one without a time fails
 * @param future the check that one of the future fails
 */
record EventChecks(String time, DataCheck noUser, DataCheck noTime, DataCheck future) {

    private static final String USER = "userId";

    Collection<DataCheck> all() {
        return EnumSet.of(noUser, noTime, future);
    }

    /** Looks for what columns that cannot be null cannot lack, so that an index on the time is enough. */
    void ask(Source events, Inquiry inquiry) throws SQLException {
        Sql isFuture = events.after(time, inquiry.at().latestCredible());
        Sql lacksUser = Sql.of(events.column(USER), " IS NULL");
        Sql lacksTime = Sql.of(events.column(time), " IS NULL");
        Sql exists = Sql.template(
                "({} OR {} OR {})", lacksTime, events.before(time, inquiry.at().instant()), isFuture);
        List<Sql> where = new ArrayList<>(List.of(isFuture));
        if (events.isNullable(USER)) {
            where.add(lacksUser);
        }
        if (events.isNullable(time)) {
            where.add(lacksTime);
        }
        SelectList select = new SelectList();
        int users = select.add(Sql.countWhen(lacksUser, " AND ", exists));
        int times = select.add(Sql.countWhen("NOT (", lacksUser, ") AND ", lacksTime));
        int futures = select.add(Sql.countWhen("NOT (", lacksUser, ") AND ", isFuture));
        Sql sql = Sql.template("SELECT {} FROM {} WHERE {}", select.sql(), events.from(), Sql.join(" OR ", where));
        inquiry.query(sql, row -> {
            inquiry.addIssues(noUser, row.getLong(users));
            inquiry.addIssues(noTime, row.getLong(times));
            inquiry.addIssues(future, row.getLong(futures));
        });
    }
}
