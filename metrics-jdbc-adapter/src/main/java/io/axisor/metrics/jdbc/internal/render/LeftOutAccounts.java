package io.axisor.metrics.jdbc.internal.render;

import io.axisor.metrics.jdbc.internal.resolve.Ids;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.SelectList;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The columns that tell how many accounts do not count: of the statement over all accounts where the database promises that each
 * has an id of its own, else of a statement of their own over all rows.
 */
public final class LeftOutAccounts {

    private final Inquiry inquiry;
    private final AsOf at;
    private final Source users;
    private final Ids ids;
    private final CountedRows created;
    private final CountedRows lasting;
    private int undated;
    private int undatedLasting;
    private int future;
    private int futureLasting;
    private int born;
    private int bornLasting;
    private int different;
    private int withoutId;
    private int withoutIdLasting;

    public LeftOutAccounts(Inquiry inquiry, CountedRows created, CountedRows lasting) {
        this.inquiry = inquiry;
        this.at = inquiry.at();
        this.users = inquiry.schema().source("users", "f");
        this.ids = inquiry.schema().ids("users");
        this.created = created;
        this.lasting = lasting;
    }

    public void addTo(SelectList select) {
        Sql hasId = ids == Ids.UNIQUE ? Sql.EMPTY : Sql.of(users.column("id"), " IS NOT NULL AND ");
        Sql isUndated = Sql.of(users.column("createdAt"), " IS NULL");
        Sql isFuture = users.after("createdAt", at.latestCredible());
        Sql isBorn = users.before("createdAt", at.instant());
        undated = select.add(Sql.countWhen(hasId, isUndated));
        undatedLasting = select.add(Sql.countWhen(hasId, isUndated, isNotDeleted()));
        future = select.add(Sql.countWhen(hasId, isFuture));
        futureLasting = select.add(Sql.countWhen(hasId, isFuture, isNotDeleted()));
        born = select.add(Sql.countWhen(hasId, isBorn));
        if (ids != Ids.UNIQUE) {
            Sql isWithoutId =
                    Sql.template("{} IS NULL AND ({} OR {} OR {})", users.column("id"), isUndated, isFuture, isBorn);
            bornLasting = select.add(Sql.countWhen(hasId, isBorn, isNotDeleted()));
            withoutId = select.add(Sql.countWhen(isWithoutId));
            withoutIdLasting = select.add(Sql.countWhen(isWithoutId, isNotDeleted()));
            different = ids == Ids.ANY
                    ? select.add("COUNT(DISTINCT CASE WHEN ", isBorn, " THEN ", users.column("id"), " END)")
                    : born;
        }
    }

    private Sql isNotDeleted() {
        return users.has("deletedAt")
                ? Sql.template(
                        " AND ({} IS NULL OR {})",
                        users.column("deletedAt"),
                        users.notBefore("deletedAt", at.instant()))
                : Sql.EMPTY;
    }

    public void read(ResultSet row) throws SQLException {
        leaveOut(DataCheck.USERS_CREATED_AT, row.getLong(undated), row.getLong(undatedLasting));
        leaveOut(DataCheck.USERS_FUTURE, row.getLong(future), row.getLong(futureLasting));
        if (ids == Ids.UNIQUE) {
            created.addUnbounded(row.getLong(born), Optional.empty());
        }
    }

    /** Asks, where it is a statement of its own. */
    public void ask(long existing) throws SQLException {
        SelectList select = new SelectList();
        addTo(select);
        inquiry.query(Sql.template("SELECT {} FROM {}", select.sql(), users.from()), row -> {
            read(row);
            leaveOut(DataCheck.USERS_ID, row.getLong(withoutId), row.getLong(withoutIdLasting));
            leaveOut(
                    DataCheck.USERS_DUPLICATE,
                    row.getLong(born) - row.getLong(different),
                    row.getLong(bornLasting) - existing);
            created.addUnbounded(row.getLong(different), Optional.empty());
        });
    }

    private void leaveOut(DataCheck check, long rows, long ofThoseThatLast) {
        inquiry.addIssues(check, rows);
        created.addUnbounded(rows, Optional.of(check));
        lasting.addUnbounded(ofThoseThatLast, Optional.of(check));
    }
}
