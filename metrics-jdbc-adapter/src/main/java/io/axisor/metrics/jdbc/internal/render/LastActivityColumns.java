package io.axisor.metrics.jdbc.internal.render;

import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.SelectList;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.users.Cohort;
import io.axisor.metrics.users.UserDefinitions;
import io.axisor.metrics.users.UserFacts;
import io.axisor.metrics.value.Counted;
import io.axisor.metrics.value.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The columns that the statement over all accounts needs where their last activity is the only evidence of who was active,
 * and what they tell.
 */
public final class LastActivityColumns {

    private final Inquiry inquiry;
    private final Source users;
    private final AsOf at;
    private final CountedRows counted;
    private final Map<Window, Integer> activeColumns = new EnumMap<>(Window.class);
    private final Map<Window, Long> active = new EnumMap<>(Window.class);
    private int laterColumn;
    private int retainedColumn;
    private int baseColumn;
    private int churnedColumn;
    private int futureColumn;
    private int knownColumn;
    private long later;
    private long retained;
    private long base;
    private long churned;

    public LastActivityColumns(Inquiry inquiry, Source users) {
        this.inquiry = inquiry;
        this.users = users;
        this.at = inquiry.at();
        this.counted = new CountedRows(inquiry, RowAxis.USERS_LAST_ACTIVE);
    }

    public void addTo(SelectList select) {
        Instant middle = at.minusDays(30);
        Sql credible = Sql.template(
                "{} IS NOT NULL AND NOT ({})",
                users.column("createdAt"),
                users.after("createdAt", at.latestCredible()));
        for (Window window : UserDefinitions.ACTIVE.windows()) {
            activeColumns.put(
                    window,
                    select.add(Sql.countWhen(activeSince(at.range(window).from()), " AND ", credible)));
        }
        laterColumn = select.add(Sql.countWhen(activeSince(at.instant()), " AND ", credible));
        retainedColumn = select.add(
                Sql.countWhen(users.within("createdAt", at.before(ROLLING_30D)), " AND ", activeSince(middle)));
        Sql isBase = Sql.and(activeSince(at.minusDays(60)), users.before("createdAt", middle));
        baseColumn = select.add(Sql.countWhen(isBase));
        churnedColumn = select.add(Sql.countWhen(isBase, " AND ", users.before("lastActivityAt", middle)));
        knownColumn = select.add(Sql.countWhen(
                users.column("lastActivityAt"), " IS NOT NULL AND ", users.before("createdAt", at.instant())));
        futureColumn = select.add(Sql.countWhen(
                users.after("lastActivityAt", at.latestCredible()), " AND ", users.before("createdAt", at.instant())));
    }

    private Sql activeSince(Instant from) {
        return Sql.template(
                "{} AND NOT ({})",
                users.notBefore("lastActivityAt", from),
                users.after("lastActivityAt", at.latestCredible()));
    }

    public void read(ResultSet row) throws SQLException {
        for (Map.Entry<Window, Integer> column : activeColumns.entrySet()) {
            active.merge(column.getKey(), row.getLong(column.getValue()), Long::sum);
        }
        later += row.getLong(laterColumn);
        retained += row.getLong(retainedColumn);
        base += row.getLong(baseColumn);
        churned += row.getLong(churnedColumn);
        long future = row.getLong(futureColumn);
        inquiry.addIssues(DataCheck.USERS_LAST_ACTIVITY, future);
        counted.addUnbounded(row.getLong(knownColumn) - future, Optional.empty());
        counted.addUnbounded(future, Optional.of(DataCheck.USERS_LAST_ACTIVITY));
    }

    public void tell(long newCohort, UserFacts.Builder facts) {
        if (at.isPast() && later > 0) {
            facts.activityOverwritten();
        } else {
            facts.active(Finding.ok(Counted.withZeros(active, activeColumns.keySet(), 0L)))
                    .retention(Finding.ok(new Cohort(newCohort, retained)))
                    .churn(Finding.ok(new Cohort(base, churned)));
        }
    }
}
