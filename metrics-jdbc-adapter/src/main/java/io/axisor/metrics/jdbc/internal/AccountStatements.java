package io.axisor.metrics.jdbc.internal;

import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.users.AccountFacts;
import io.axisor.metrics.users.Cohort;
import io.axisor.metrics.users.UserDefinitions;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.RowAxis;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts accounts: one statement for all that exist, one for those created in the windows. */
final class AccountStatements {

    private final Inquiry inquiry;
    private final Source users;
    private final AsOf at;
    private final Map<String, BigDecimal> byPlan = new HashMap<>();
    private long thirtyDaysBefore;
    private long verified;
    private final @Nullable LastActivityColumns lastActivity;
    private final CountedRows created;
    private final CountedRows lasting;

    AccountStatements(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.users = inquiry.schema().source("users", "f");
        this.at = inquiry.at();
        this.created = new CountedRows(inquiry, RowAxis.USERS_CREATED);
        this.lasting = new CountedRows(inquiry, RowAxis.USERS_EXISTING);
        boolean isEvidence = users.has("lastActivityAt") && !inquiry.schema().has("activity");
        this.lastActivity = isEvidence ? new LastActivityColumns(inquiry, users) : null;
    }

    /**
     * What the accounts tell.
     *
     * @param accounts how many there are
     * @param newCohort how many were created in {@code [t-60d, t-30d)}
     * @param verified those that exist, and those of them of verified people; null where that is not mapped
     * @param lastActivity what their last activity tells; null where it is not asked
     */
    record Answer(
            AccountFacts accounts,
            long newCohort,
            @Nullable Cohort verified,
            @Nullable LastActivityColumns lastActivity) {}

    Answer ask() throws SQLException {
        askExisting();
        Map<TimeRange, Long> number = askCreated();
        Map<Window, Long> byWindow = new EnumMap<>(Window.class);
        for (Window window : UserDefinitions.NEW.windows()) {
            byWindow.put(window, number.getOrDefault(at.range(window), 0L));
        }
        Breakdown accounts =
                Breakdown.of(inquiry.schema().spec().plans().plans()).plusAll(byPlan);
        return new Answer(
                new AccountFacts(accounts, thirtyDaysBefore, byWindow),
                number.getOrDefault(at.before(ROLLING_30D), 0L),
                users.has("verified") ? new Cohort(accounts.total().longValueExact(), verified) : null,
                lastActivity);
    }

    private void askExisting() throws SQLException {
        SelectList select = new SelectList();
        int plan = users.has("plan") ? select.add(users.text("plan")) : 0;
        int existing = select.add(Sql.countWhen(existedAt(at.instant())));
        int before = select.add(Sql.countWhen(existedAt(at.minusDays(30))));
        int ofVerified = users.has("verified") ? select.add(Sql.countWhen(isVerified())) : 0;
        int all = select.add(Sql.countWhen(exists()));
        int undatedLasting = select.add(Sql.countWhen(users.column("createdAt"), " IS NULL", isNotDeleted()));
        int futureLasting = select.add(Sql.countWhen(users.after("createdAt", at.latestCredible()), isNotDeleted()));
        int undated = select.add(Sql.countWhen(users.column("createdAt"), " IS NULL"));
        int future = select.add(Sql.countWhen(users.after("createdAt", at.latestCredible())));
        if (lastActivity != null) {
            lastActivity.addTo(select);
        }
        Sql grouping = plan == 0 ? Sql.EMPTY : Sql.of(" GROUP BY ", users.text("plan"));
        inquiry.query(Sql.template("SELECT {} FROM {}{}", select.sql(), users.from(), grouping), row -> {
            long accounts = row.getLong(existing);
            if (accounts > 0) {
                String value = Breakdown.valueOrUnspecified(plan == 0 ? null : row.getString(plan));
                byPlan.merge(value, BigDecimal.valueOf(accounts), BigDecimal::add);
            }
            thirtyDaysBefore += row.getLong(before);
            verified += ofVerified == 0 ? 0 : row.getLong(ofVerified);
            leaveOut(DataCheck.USERS_CREATED_AT, row.getLong(undated), row.getLong(undatedLasting));
            leaveOut(DataCheck.USERS_FUTURE, row.getLong(future), row.getLong(futureLasting));
            created.addUnbounded(row.getLong(all) - row.getLong(undated) - row.getLong(future), Optional.empty());
            lasting.addUnbounded(accounts, Optional.empty());
            if (lastActivity != null) {
                lastActivity.read(row);
            }
        });
    }

    private void leaveOut(DataCheck check, long rows, long ofThoseThatLast) {
        inquiry.addIssues(check, rows);
        created.addUnbounded(rows, Optional.of(check));
        lasting.addUnbounded(ofThoseThatLast, Optional.of(check));
    }

    /** Whether a row is one at the instant, whatever is wrong with it. */
    private Sql exists() {
        return Sql.template(
                "{} IS NULL OR {} OR {}",
                users.column("createdAt"),
                users.before("createdAt", at.instant()),
                users.after("createdAt", at.latestCredible()));
    }

    private Sql isNotDeleted() {
        return users.has("deletedAt")
                ? Sql.template(
                        " AND ({} IS NULL OR {})",
                        users.column("deletedAt"),
                        users.notBefore("deletedAt", at.instant()))
                : Sql.EMPTY;
    }

    private Sql isVerified() {
        return Sql.and(users.means("verified", "verified"), existedAt(at.instant()));
    }

    private Sql existedAt(Instant instant) {
        return existedAt(users, instant);
    }

    /** Whether an account exists just before an instant. */
    static Sql existedAt(Source users, Instant instant) {
        Sql created = users.before("createdAt", instant);
        return users.has("deletedAt")
                ? Sql.template(
                        "{} AND ({} IS NULL OR {})",
                        created,
                        users.column("deletedAt"),
                        users.notBefore("deletedAt", instant))
                : created;
    }

    private Map<TimeRange, Long> askCreated() throws SQLException {
        List<TimeRange> ranges = new ArrayList<>();
        UserDefinitions.NEW.windows().forEach(window -> ranges.add(at.range(window)));
        ranges.add(at.before(ROLLING_30D));
        TimeBuckets buckets = TimeBuckets.of(ranges);
        Sql sql = Sql.template(
                "SELECT b, COUNT(*) AS m0 FROM (SELECT {} AS b FROM {} WHERE {}) d GROUP BY b",
                buckets.number(users, "createdAt"),
                users.from(),
                users.within("createdAt", buckets.whole()));
        Map<TimeRange, Long> number = new HashMap<>();
        inquiry.query(sql, row -> {
            int bucket = row.getInt(1);
            long accounts = row.getLong(2);
            ranges.stream()
                    .distinct()
                    .filter(range -> buckets.isWithin(bucket, range))
                    .forEach(range -> number.merge(range, accounts, Long::sum));
        });
        number.forEach((range, accounts) -> created.add(range::equals, accounts, Optional.empty()));
        return number;
    }
}
