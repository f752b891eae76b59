package io.axisor.metrics.jdbc.internal.statement;

import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.jdbc.internal.render.CountedRows;
import io.axisor.metrics.jdbc.internal.render.Inquiry;
import io.axisor.metrics.jdbc.internal.render.LastActivityColumns;
import io.axisor.metrics.jdbc.internal.render.LeftOutAccounts;
import io.axisor.metrics.jdbc.internal.render.TimeBuckets;
import io.axisor.metrics.jdbc.internal.resolve.Ids;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.SelectList;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.users.AccountFacts;
import io.axisor.metrics.users.Cohort;
import io.axisor.metrics.users.UserDefinitions;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Counted;
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

/**
 * Counts accounts: one statement for all that exist, one for those created in the windows, and one for what is left out where
 * the database does not promise that each account has an id of its own.
 */
final class AccountStatements {

    private final Inquiry inquiry;
    private final Source users;
    private final AsOf at;
    private final boolean everyOneCounts;
    private final Map<String, BigDecimal> byPlan = new HashMap<>();
    private long thirtyDaysBefore;
    private long verified;
    private final @Nullable LastActivityColumns lastActivity;
    private final CountedRows created;
    private final CountedRows lasting;
    private final LeftOutAccounts leftOut;

    AccountStatements(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.users = inquiry.schema().accounts("f");
        this.everyOneCounts = inquiry.schema().ids("users") == Ids.UNIQUE;
        this.at = inquiry.at();
        this.created = new CountedRows(inquiry, RowAxis.USERS_CREATED);
        this.lasting = new CountedRows(inquiry, RowAxis.USERS_EXISTING);
        this.leftOut = new LeftOutAccounts(inquiry, created, lasting);
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
        Map<TimeRange, Long> number = askCreated(users, Sql.EMPTY);
        number.forEach((range, accounts) -> created.add(range::equals, accounts, Optional.empty()));
        if (!everyOneCounts) {
            askLeftOut(number);
        }
        Map<Window, Long> byWindow = new EnumMap<>(Window.class);
        for (Window window : UserDefinitions.NEW.windows()) {
            byWindow.put(window, of(number, at.range(window)));
        }
        Breakdown accounts =
                Breakdown.of(inquiry.schema().spec().plans().plans()).plusAll(byPlan);
        return new Answer(
                new AccountFacts(accounts, thirtyDaysBefore, byWindow),
                of(number, at.before(ROLLING_30D)),
                users.has("verified") ? new Cohort(accounts.total().longValueExact(), verified) : null,
                lastActivity);
    }

    private void askExisting() throws SQLException {
        SelectList select = new SelectList();
        int plan = users.has("plan") ? select.add(users.text("plan")) : 0;
        int existing = select.add(Sql.countWhen(existedAt(at.instant())));
        int before = select.add(Sql.countWhen(existedAt(at.minusDays(30))));
        int ofVerified = users.has("verified") ? select.add(Sql.countWhen(isVerified())) : 0;
        if (everyOneCounts) {
            leftOut.addTo(select);
        }
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
            lasting.addUnbounded(accounts, Optional.empty());
            if (everyOneCounts) {
                leftOut.read(row);
            }
            if (lastActivity != null) {
                lastActivity.read(row);
            }
        });
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

    private void askLeftOut(Map<TimeRange, Long> counted) throws SQLException {
        long existing =
                byPlan.values().stream().mapToLong(BigDecimal::longValueExact).sum();
        leftOut.ask(existing);
        Source all = inquiry.schema().source("users", "f");
        Map<TimeRange, Long> withId = askCreated(all, Sql.of(" AND ", all.column("id"), " IS NOT NULL"));
        withId.forEach((range, accounts) ->
                created.add(range::equals, accounts - of(counted, range), Optional.of(DataCheck.USERS_DUPLICATE)));
        askCreated(all, Sql.of(" AND ", all.column("id"), " IS NULL"))
                .forEach((range, accounts) -> created.add(range::equals, accounts, Optional.of(DataCheck.USERS_ID)));
    }

    private static long of(Map<TimeRange, Long> number, TimeRange range) {
        return Counted.in(number, range, "accounts created");
    }

    /** How many of some accounts were created in each range that is asked for. */
    private Map<TimeRange, Long> askCreated(Source accounts, Sql condition) throws SQLException {
        List<TimeRange> ranges = new ArrayList<>();
        UserDefinitions.NEW.windows().forEach(window -> ranges.add(at.range(window)));
        ranges.add(at.before(ROLLING_30D));
        TimeBuckets buckets = TimeBuckets.of(ranges);
        Sql sql = Sql.template(
                "SELECT b, COUNT(*) AS m0 FROM (SELECT {} AS b FROM {} WHERE {}{}) d GROUP BY b",
                buckets.number(accounts, "createdAt"),
                accounts.from(),
                accounts.within("createdAt", buckets.whole()),
                condition);
        Map<TimeRange, Long> number = new HashMap<>();
        ranges.forEach(range -> number.put(range, 0L));
        inquiry.query(sql, row -> {
            int bucket = row.getInt(1);
            long rows = row.getLong(2);
            ranges.stream()
                    .distinct()
                    .filter(range -> buckets.isWithin(bucket, range))
                    .forEach(range -> number.merge(range, rows, Long::sum));
        });
        return number;
    }
}
