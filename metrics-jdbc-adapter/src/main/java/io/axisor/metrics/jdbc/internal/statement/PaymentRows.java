package io.axisor.metrics.jdbc.internal.statement;

import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.jdbc.internal.render.CountedRows;
import io.axisor.metrics.jdbc.internal.render.DirtyCode;
import io.axisor.metrics.jdbc.internal.render.Inquiry;
import io.axisor.metrics.jdbc.internal.render.MoneyColumns;
import io.axisor.metrics.jdbc.internal.render.PaymentConditions;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.source.DataCheck;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * How many payments of the last months fall into each window, by when they were created and by when they were paid, and how
 * many of them were left out: one statement, through indexes on these times where there are any.
 */
final class PaymentRows {

    private final Inquiry inquiry;
    private final Source payments;
    private final String paidAt;
    private final MoneyColumns money;
    private final CountedRows created;
    private final CountedRows paid;

    PaymentRows(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.payments = inquiry.schema().source("payments", "f");
        this.paidAt = PaymentConditions.paidAt(payments);
        this.money = new MoneyColumns(payments);
        this.created = new CountedRows(inquiry, RowAxis.PAYMENTS_CREATED);
        this.paid = new CountedRows(inquiry, RowAxis.PAYMENTS_PAID);
    }

    /** Counts payments of all time, which another statement reads. */
    void addOfAllTime(long rows, Optional<DataCheck> failed) {
        created.addUnbounded(rows, failed);
        paid.addUnbounded(rows, failed);
    }

    void ask() throws SQLException {
        Sql sql = Sql.template("SELECT cu, k, b, h, COUNT(*) AS m0 FROM ({}) d GROUP BY cu, k, b, h", rows());
        inquiry.query(sql, row -> {
            int code = row.getInt(2);
            Optional<DataCheck> failed = DirtyCode.isDirty(code)
                    ? Optional.of(DirtyCode.check(code))
                    : money.currency(row, 1).isPresent() ? Optional.empty() : Optional.of(DataCheck.PAYMENTS_CURRENCY);
            created.add(row.getInt(3), row.getLong(5), failed);
            paid.add(row.getInt(4), row.getLong(5), failed);
        });
    }

    private Sql rows() {
        Sql recentlyCreated = payments.notBefore("createdAt", earliest());
        return Sql.template(
                "SELECT {} AS cu, {} AS k, {} AS b, {} AS h FROM {} WHERE {}",
                money.currency(),
                new PaymentConditions(payments, inquiry.schema().spec().refundShape(), inquiry.at()).code(),
                created.bucket(payments, "createdAt"),
                paid.bucket(payments, paidAt, "createdAt"),
                payments.from(),
                paidAt.equals("createdAt")
                        ? recentlyCreated
                        : Sql.template("{} OR {}", recentlyCreated, payments.notBefore(paidAt, earliest())));
    }

    /** The beginning of the windows by payment, which reach further back. */
    private Instant earliest() {
        return paid.whole().from();
    }
}
