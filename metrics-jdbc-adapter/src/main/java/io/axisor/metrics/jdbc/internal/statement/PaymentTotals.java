package io.axisor.metrics.jdbc.internal.statement;

import static io.axisor.metrics.jdbc.internal.render.PaymentConditions.FAILED;
import static io.axisor.metrics.jdbc.internal.render.PaymentConditions.PENDING;
import static io.axisor.metrics.jdbc.internal.render.PaymentConditions.REFUNDED;
import static io.axisor.metrics.jdbc.internal.render.PaymentConditions.REFUND_TO_COME;
import static io.axisor.metrics.jdbc.internal.render.PaymentConditions.SUCCEEDED;
import static io.axisor.metrics.time.Window.LIFETIME;
import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.jdbc.internal.render.DirtyCode;
import io.axisor.metrics.jdbc.internal.render.ExactSum;
import io.axisor.metrics.jdbc.internal.render.Inquiry;
import io.axisor.metrics.jdbc.internal.render.MoneyColumns;
import io.axisor.metrics.jdbc.internal.render.PaymentConditions;
import io.axisor.metrics.jdbc.internal.render.PaymentGroup;
import io.axisor.metrics.jdbc.internal.render.PlanColumn;
import io.axisor.metrics.jdbc.internal.render.RefundColumns;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.SelectList;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.revenue.PaymentCounts;
import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.revenue.RevenueDefinitions;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Counted;
import io.axisor.metrics.value.CurrencyUnit;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** One pass over all payments, grouped by currency, plan and what became of them. */
final class PaymentTotals {

    /** Instead of a column that is not there. */
    private static final Sql NONE = Sql.of("0");

    private final Inquiry inquiry;
    private final PaymentRows counted;
    private final AsOf at;
    private final RefundShape shape;
    private final Source payments;
    private final PaymentConditions conditions;
    private final RefundColumns refunds;
    private final MoneyColumns money;
    private final PlanColumn plan;
    private final SelectList groups = new SelectList();
    private final int currencyColumn = groups.add("cu");
    private final int planColumn = groups.add("pl");
    private final int kindColumn = groups.add("k");
    private final int countedInColumn = groups.add("q");
    private final int isOfMonthColumn = groups.add("z");
    private final int numberColumn = groups.add("COUNT(*)");
    private final ExactSum paid;
    private final int refundedColumn;
    private final Map<PaymentStatus, Long> byStatus = new EnumMap<>(PaymentStatus.class);
    private final Map<Window, Map<PaymentStatus, Long>> created = new EnumMap<>(Window.class);
    private final Map<Window, long[]> counts = new EnumMap<>(Map.of(ROLLING_30D, new long[4], LIFETIME, new long[4]));

    PaymentTotals(Inquiry inquiry, PaymentRows counted) {
        this.inquiry = inquiry;
        this.counted = counted;
        this.at = inquiry.at();
        this.shape = inquiry.schema().spec().refundShape();
        this.payments = inquiry.schema().source("payments", "f");
        this.conditions = new PaymentConditions(payments, shape, at);
        this.refunds = new RefundColumns(payments, shape, at);
        this.money = new MoneyColumns(payments);
        this.plan = PlanColumn.of(payments, inquiry.schema());
        this.paid = new ExactSum(payments, "amount", "a");
        paid.addTo(groups);
        RevenueDefinitions.NEW_PAYMENTS
                .windows()
                .forEach(window -> created.put(window, new EnumMap<>(PaymentStatus.class)));
        this.refundedColumn = groups.add(payments.dialect().sum("r"));
    }

    void ask(MoneyTally tally) throws SQLException {
        tally.countsPaid();
        if (shape != RefundShape.OWN_TABLE) {
            tally.countsRefunded();
        }
        inquiry.query(
                Sql.template("SELECT {} FROM ({}) d GROUP BY cu, pl, k, q, z", groups.sql(), rows()),
                row -> read(row, tally));
    }

    private Sql rows() {
        return Sql.template(
                "SELECT {} AS cu, {} AS pl, {} AS k, {} AS q, {} AS z, {}, {} AS r FROM {}{}",
                money.currency(),
                plan.column(),
                PaymentGroup.kind(payments, conditions, at),
                refunds.countedIn().orElse(NONE),
                refunds.isOfMonth().orElse(NONE),
                paid.parts(),
                refunds.amount(),
                payments.from(),
                plan.join());
    }

    private void read(ResultSet row, MoneyTally tally) throws SQLException {
        PaymentGroup group = PaymentGroup.of(row.getInt(kindColumn), row.getLong(numberColumn));
        if (DirtyCode.isDirty(group.code())) {
            leaveOut(DirtyCode.check(group.code()), group);
            return;
        }
        Optional<CurrencyUnit> currency = money.currency(row, currencyColumn);
        if (currency.isEmpty()) {
            leaveOut(DataCheck.PAYMENTS_CURRENCY, group);
            return;
        }
        counted.addOfAllTime(group.issues(), Optional.empty());
        count(group, refunds.countedIn().isPresent() ? row.getInt(countedInColumn) : group.created());
        addMoney(row, group, currency.get(), tally);
    }

    private void leaveOut(DataCheck check, PaymentGroup group) {
        inquiry.addIssues(check, group.issues());
        counted.addOfAllTime(group.issues(), Optional.of(check));
    }

    private void addMoney(ResultSet row, PaymentGroup group, CurrencyUnit currency, MoneyTally tally)
            throws SQLException {
        String name = plan.isKnown() ? row.getString(planColumn) : null;
        if (succeeded(group.code())) {
            BigDecimal sum = money.sum(row, paid, currency);
            BigDecimal ofMonth = group.isPaidInMonth() ? sum : null;
            tally.addGross(currency, name, sum, ofMonth);
            if (group.isOfGuests()) {
                tally.addUnattributedGross(currency, sum, ofMonth);
            }
        }
        if (group.code() == SUCCEEDED || group.code() == REFUNDED) {
            BigDecimal sum = money.sum(row, refundedColumn, currency);
            boolean inMonth =
                    refunds.isOfMonth().isPresent() ? row.getInt(isOfMonthColumn) == 1 : group.isPaidInMonth();
            BigDecimal ofMonth = inMonth ? sum : null;
            tally.addRefunded(currency, name, sum, ofMonth);
            if (group.isOfGuests()) {
                tally.addUnattributedRefunded(currency, sum, ofMonth);
            }
        }
    }

    private boolean succeeded(int code) {
        return code == SUCCEEDED || (code == REFUNDED && shape != RefundShape.OWN_ROWS);
    }

    private void count(PaymentGroup group, int refundsCountedIn) {
        int code = group.code();
        PaymentStatus status = switch (code) {
            case SUCCEEDED -> PaymentStatus.SUCCEEDED;
            case REFUNDED -> PaymentStatus.REFUNDED;
            case FAILED -> PaymentStatus.FAILED;
            case PENDING, REFUND_TO_COME -> PaymentStatus.PENDING;
            default -> throw new IllegalStateException("no such code: " + code);
        };
        byStatus.merge(status, group.createdIn(LIFETIME), Long::sum);
        created.forEach((window, sums) -> sums.merge(status, group.createdIn(window), Long::sum));
        boolean isRefundRow = code == REFUND_TO_COME || (code == REFUNDED && shape == RefundShape.OWN_ROWS);
        counts.forEach((window, sums) -> {
            long created = isRefundRow ? 0 : group.createdIn(window);
            long refunded = PaymentGroup.isWithin(window, refundsCountedIn) ? group.number() : 0;
            sums[0] += created;
            sums[1] += succeeded(code) ? created : 0;
            sums[2] += code == FAILED ? created : 0;
            sums[3] += code == REFUNDED && shape != RefundShape.OWN_TABLE ? refunded : 0;
        });
    }

    /** By window, the payments created in it by status. */
    Map<Window, Map<PaymentStatus, Long>> created() {
        return created;
    }

    Map<PaymentStatus, Long> byStatus() {
        return byStatus;
    }

    /** The counts, with the refunds of a table of their own where there is one. */
    Map<Window, PaymentCounts> counts(Map<Window, Long> refundsOfOwnTable) {
        Map<Window, PaymentCounts> result = new EnumMap<>(Window.class);
        counts.forEach((window, sums) -> result.put(
                window,
                new PaymentCounts(
                        sums[0],
                        sums[1],
                        sums[2],
                        sums[3] + Counted.over(refundsOfOwnTable, window, "refunded payments"))));
        return result;
    }
}
