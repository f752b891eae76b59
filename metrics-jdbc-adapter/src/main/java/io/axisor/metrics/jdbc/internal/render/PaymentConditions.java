package io.axisor.metrics.jdbc.internal.render;

import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a payment row says at an instant, as pieces of SQL. */
public final class PaymentConditions {

    /** Codes of {@link #code()} for clean rows: the status at the instant. Dirty rows have a {@link DirtyCode}. */
    public static final int SUCCEEDED = 1;

    public static final int REFUNDED = 2;
    public static final int FAILED = 3;
    public static final int PENDING = 4;

    /** A refund row of its own that is dated at or after the instant. */
    public static final int REFUND_TO_COME = 5;

    private final Source payments;
    private final RefundShape shape;
    private final AsOf at;
    private final String paidAt;

    public PaymentConditions(Source payments, RefundShape shape, AsOf at) {
        this.payments = payments;
        this.shape = shape;
        this.at = at;
        this.paidAt = paidAt(payments);
    }

    /** The role that dates the money. */
    public static String paidAt(Source payments) {
        return payments.has("paidAt") ? "paidAt" : "createdAt";
    }

    /** The status at the instant, or the check that the row fails. */
    public Sql code() {
        Sql moneyMoved = payments.means("status", "succeeded", "refunded");
        Sql refunded = payments.means("status", "refunded");
        List<Sql> arms = new ArrayList<>();
        // Most rows end here; what follows decides about the rest.
        arms.add(arm(SUCCEEDED, cleanAndPaid(payments.means("status", "succeeded"))));
        arms.add(DirtyCode.arm(DataCheck.PAYMENTS_AMOUNT, noAmount(refunded)));
        arms.add(DirtyCode.arm(DataCheck.PAYMENTS_CREATED_AT, isNull("createdAt")));
        if (payments.has("status")) {
            arms.add(DirtyCode.arm(DataCheck.PAYMENTS_STATUS, noStatus()));
        }
        arms.add(DirtyCode.arm(DataCheck.PAYMENTS_PAID_AT, Sql.and(moneyMoved, isNull(paidAt))));
        if (payments.has("refundedAmount")) {
            arms.add(DirtyCode.arm(
                    DataCheck.PAYMENTS_REFUNDED_AMOUNT,
                    Sql.of(payments.isInvalid("refundedAmount"), " OR ", payments.column("refundedAmount"), " < 0")));
        }
        arms.add(DirtyCode.arm(DataCheck.PAYMENTS_FUTURE, isFuture()));
        if (shape == RefundShape.OWN_ROWS) {
            arms.add(arm(REFUND_TO_COME, Sql.and(refunded, payments.notBefore(paidAt, at.instant()))));
        }
        arms.add(arm(PENDING, Sql.and(moneyMoved, payments.notBefore(paidAt, at.instant()))));
        if (payments.has("refundedAt")) {
            arms.add(arm(SUCCEEDED, Sql.and(refunded, payments.notBefore("refundedAt", at.instant()))));
        }
        arms.add(arm(SUCCEEDED, payments.means("status", "succeeded")));
        arms.add(arm(REFUNDED, refunded));
        arms.add(arm(FAILED, payments.means("status", "failed")));
        return Sql.of("CASE", Sql.join("", arms), " ELSE " + PENDING + " END");
    }

    private static Sql arm(int code, Sql condition) {
        return Sql.of(" WHEN ", condition, " THEN " + code);
    }

    private Sql isNull(String role) {
        return Sql.of(payments.column(role), " IS NULL");
    }

    /** A refund row of its own may be negative. */
    private Sql noAmount(Sql refunded) {
        Sql negative = Sql.of(payments.column("amount"), " < 0");
        return shape == RefundShape.OWN_ROWS
                ? Sql.template("{} OR {} AND CASE WHEN {} THEN 1 ELSE 0 END = 0", isNull("amount"), negative, refunded)
                : Sql.template("{} OR {}", isNull("amount"), negative);
    }

    private Sql noStatus() {
        return Sql.template(
                "{} OR NOT ({})",
                isNull("status"),
                payments.means("status", "succeeded", "refunded", "failed", "pending"));
    }

    private Sql isFuture() {
        List<Sql> dates = new ArrayList<>();
        for (String role : List.of("createdAt", "paidAt", "refundedAt")) {
            if (payments.has(role)) {
                dates.add(payments.after(role, at.latestCredible()));
            }
        }
        return Sql.join(" OR ", dates);
    }

    /** Whether the row exists at the instant for the count of dirty rows: undated, past, or of the future. */
    Sql countsAsIssue() {
        return Sql.template(
                "{} OR {} OR {}",
                isNull("createdAt"),
                payments.before("createdAt", at.instant()),
                payments.after("createdAt", at.latestCredible()));
    }

    /** Whether the row is clean (but for its currency) and brought money, refunded since or not, from an instant on. */
    public Sql succeededSince(Instant from) {
        return Sql.and(payments.notBefore(paidAt, from), succeeded());
    }

    /** Whether the row is clean (but for its currency) and brought money before the instant, refunded since or not. */
    public Sql succeeded() {
        return cleanAndPaid(
                shape == RefundShape.OWN_ROWS
                        ? payments.means("status", "succeeded")
                        : payments.means("status", "succeeded", "refunded"));
    }

    private Sql cleanAndPaid(Sql status) {
        return moved(status, Sql.of(payments.column("amount"), " >= 0"));
    }

    /** Whether the row is a refund of its own, clean (but for its currency), dated before the instant. */
    public Sql refundRow() {
        return moved(payments.means("status", "refunded"), Sql.of(payments.column("amount"), " IS NOT NULL"));
    }

    /** Whether money moved before the instant, and nothing else of the row is dirty. */
    private Sql moved(Sql status, Sql amount) {
        List<Sql> conditions = new ArrayList<>(List.of(payments.before(paidAt, at.instant()), status, amount));
        if (payments.has("paidAt")) {
            conditions.add(Sql.of(payments.column("createdAt"), " IS NOT NULL"));
            conditions.add(Sql.template("NOT ({})", payments.after("createdAt", at.latestCredible())));
        }
        if (payments.has("refundedAmount")) {
            conditions.add(Sql.template(
                    "({} OR {} >= 0)", payments.isEmpty("refundedAmount"), payments.column("refundedAmount")));
        }
        if (payments.has("refundedAt")) {
            conditions.add(
                    orNull("refundedAt", Sql.template("NOT ({})", payments.after("refundedAt", at.latestCredible()))));
        }
        return Sql.join(" AND ", conditions);
    }

    private Sql orNull(String role, Sql condition) {
        return Sql.template("({} OR {})", isNull(role), condition);
    }
}
