package io.axisor.metrics.jdbc.internal.statement;

import static io.axisor.metrics.time.Window.ROLLING_24H;
import static io.axisor.metrics.time.Window.ROLLING_30D;
import static io.axisor.metrics.time.Window.ROLLING_7D;

import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.jdbc.internal.render.AgeColumns;
import io.axisor.metrics.jdbc.internal.render.CountedRows;
import io.axisor.metrics.jdbc.internal.render.Inquiry;
import io.axisor.metrics.jdbc.internal.render.TimeBuckets;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.SelectList;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.users.Cohort;
import io.axisor.metrics.users.Stickiness;
import io.axisor.metrics.users.UserFacts;
import io.axisor.metrics.value.Finding;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts activity events: one statement over the last 60 days, which sums up each person's days before it counts people,
 * and one for events that say something impossible.
 */
final class ActivityStatements {

    private final Inquiry inquiry;
    private final Source activity;
    private final AsOf at;
    private final CountedRows counted;

    ActivityStatements(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.counted = new CountedRows(inquiry, RowAxis.ACTIVITY);
        this.activity = inquiry.schema().source("activity", "f");
        this.at = inquiry.at();
    }

    /** Asks; the cohort of new accounts is counted where accounts are. */
    void ask(long newCohort, UserFacts.Builder facts) throws SQLException {
        askImpossible();
        SelectList select = new SelectList();
        int day = select.add("COUNT(CASE WHEN mn = 0 THEN 1 END)");
        int week = select.add("COUNT(CASE WHEN mn < 7 THEN 1 END)");
        int month = select.add("COUNT(CASE WHEN mn < 30 THEN 1 END)");
        int before = select.add("COUNT(CASE WHEN mx = 30 THEN 1 END)");
        int dormant = select.add("COUNT(CASE WHEN mn = 30 THEN 1 END)");
        int personDays = select.add("SUM(dd)");
        counted.addSumsTo(select);
        AgeColumns ages = AgeColumns.addTo(select, inquiry);
        inquiry.query(Sql.template("SELECT {} FROM ({}) p{}", select.sql(), people(), ages.join()), row -> {
            long active = row.getLong(month);
            long gone = row.getLong(dormant);
            counted.read(row, Optional.empty());
            facts.active(Finding.ok(
                    Map.of(ROLLING_24H, row.getLong(day), ROLLING_7D, row.getLong(week), ROLLING_30D, active)));
            facts.sumOfDailyActives(Finding.ok(row.getLong(personDays)));
            facts.churn(Finding.ok(new Cohort(row.getLong(before), gone)));
            ages.tell(row, newCohort, active, gone, facts);
        });
    }

    /** The first, the last and the number of a person's days: 0 is the last day, 30 the thirty days before the thirty. */
    private Sql people() {
        TimeBuckets days = TimeBuckets.days(at.instant(), Stickiness.DAYS);
        return Sql.template(
                """
                SELECT u, MIN(b) AS mn, MAX(b) AS mx, COUNT(DISTINCT CASE WHEN b < 30 THEN b END) AS dd{}
                FROM (SELECT {} AS u, {} AS b FROM {} WHERE {} AND {} AND {} IS NOT NULL{}) d
                GROUP BY u
                """,
                counted.numbersOfDays("b", Stickiness.DAYS),
                activity.column("userId"),
                days.number(activity, "occurredAt"),
                activity.from(),
                activity.notBefore("occurredAt", at.minusDays(60)),
                activity.before("occurredAt", at.instant()),
                activity.column("userId"),
                activity.dialect().computedOnceInOneThread());
    }

    /** Looks for what columns that cannot be null cannot lack, so that an index on the time is enough. */
    private void askImpossible() throws SQLException {
        Sql future = activity.after("occurredAt", at.latestCredible());
        Sql noUser = Sql.of(activity.column("userId"), " IS NULL");
        Sql noTime = Sql.of(activity.column("occurredAt"), " IS NULL");
        Sql exists = Sql.template("({} OR {} OR {})", noTime, activity.before("occurredAt", at.instant()), future);
        List<Sql> where = new ArrayList<>(List.of(future));
        if (activity.isNullable("userId")) {
            where.add(noUser);
        }
        if (activity.isNullable("occurredAt")) {
            where.add(noTime);
        }
        SelectList select = new SelectList();
        int users = select.add(Sql.countWhen(noUser, " AND ", exists));
        int times = select.add(Sql.countWhen("NOT (", noUser, ") AND ", noTime));
        int futures = select.add(Sql.countWhen("NOT (", noUser, ") AND ", future));
        CountedRows ofNobody = new CountedRows(inquiry, RowAxis.ACTIVITY);
        ofNobody.addTo(select, activity, "occurredAt", noUser);
        Sql sql = Sql.template("SELECT {} FROM {} WHERE {}", select.sql(), activity.from(), Sql.join(" OR ", where));
        inquiry.query(sql, row -> {
            ofNobody.read(row, Optional.of(DataCheck.ACTIVITY_USER));
            inquiry.addIssues(DataCheck.ACTIVITY_USER, row.getLong(users));
            inquiry.addIssues(DataCheck.ACTIVITY_AT, row.getLong(times));
            inquiry.addIssues(DataCheck.ACTIVITY_FUTURE, row.getLong(futures));
        });
    }
}
