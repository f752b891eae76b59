package io.axisor.metrics.jdbc.internal.render;

import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.SelectList;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.users.Cohort;
import io.axisor.metrics.users.LifecycleFacts;
import io.axisor.metrics.users.UserFacts;
import io.axisor.metrics.value.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The columns that the statement over people's activity needs to tell the accounts of the last 30 days from older ones,
 * and what they tell. Without accounts there are none, and nobody's age is known.
 */
public final class AgeColumns {

    private final Sql join;
    private int fresh;
    private int freshReturning;
    private int returning;
    private int retained;

    private AgeColumns(Sql join) {
        this.join = join;
    }

    public static AgeColumns addTo(SelectList select, Inquiry inquiry) {
        if (!inquiry.schema().has("users")) {
            return new AgeColumns(Sql.EMPTY);
        }
        Source users = inquiry.schema().accounts("a");
        Sql isFresh = users.within("createdAt", inquiry.at().range(ROLLING_30D));
        Sql isOfCohort = users.within("createdAt", inquiry.at().before(ROLLING_30D));
        AgeColumns ages = new AgeColumns(users.leftJoin("id", "p.u"));
        ages.fresh = select.add(Sql.countWhen("mn < 30 AND ", isFresh));
        ages.freshReturning = select.add(Sql.countWhen("mn < 30 AND mx = 30 AND ", isFresh));
        ages.returning = select.add("COUNT(CASE WHEN mn < 30 AND mx = 30 THEN 1 END)");
        ages.retained = select.add(Sql.countWhen("mn < 30 AND ", isOfCohort));
        return ages;
    }

    /** What must be joined to the people, whose ids are {@code p.u}. */
    public Sql join() {
        return join;
    }

    public void tell(ResultSet row, long newCohort, long active, long dormant, UserFacts.Builder facts)
            throws SQLException {
        if (join.isEmpty()) {
            facts.activityWithoutAccounts();
            return;
        }
        long isNew = row.getLong(fresh);
        long returned = row.getLong(returning) - row.getLong(freshReturning);
        facts.retention(Finding.ok(new Cohort(newCohort, row.getLong(retained))));
        facts.lifecycle(Finding.ok(new LifecycleFacts(isNew, returned, active - isNew - returned, dormant)));
    }
}
