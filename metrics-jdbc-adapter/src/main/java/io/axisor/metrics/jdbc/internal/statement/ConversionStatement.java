package io.axisor.metrics.jdbc.internal.statement;

import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding;
import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding.Form;
import io.axisor.metrics.jdbc.internal.render.Inquiry;
import io.axisor.metrics.jdbc.internal.render.PayerColumn;
import io.axisor.metrics.jdbc.internal.render.PaymentConditions;
import io.axisor.metrics.jdbc.internal.render.TimeBuckets;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.users.Cohort;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Counts the new accounts whose first successful payment came before their 30 days were over. Where the database cannot tell
 * how much time lies between both, it tells by whole days; the accounts whose first payment falls into the very day that
 * their 30 days end on come back grouped, and their instants are compared here.
 */
final class ConversionStatement {

    private static final int COHORT_DAYS = 30;

    private final Inquiry inquiry;
    private final AsOf at;
    private final Source users;
    private final Source payments;
    private final String paidAt;
    private final TimeRange cohort;
    private long converted;

    ConversionStatement(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.at = inquiry.at();
        this.users = inquiry.schema().accounts("a");
        this.payments = inquiry.schema().source("payments", "f");
        this.paidAt = PaymentConditions.paidAt(payments);
        this.cohort = at.before(ROLLING_30D);
    }

    Cohort ask(long newCohort) throws SQLException {
        Optional<String> micros = micros();
        if (micros.isPresent()) {
            Sql inTime = Sql.countWhen(micros.get(), " < " + TimeUnit.DAYS.toMicros(COHORT_DAYS));
            inquiry.query(
                    Sql.template("SELECT {} AS m0 FROM ({}) d", inTime, firstPayments()),
                    row -> converted = row.getLong(1));
        } else {
            askByDay();
        }
        return new Cohort(newCohort, converted);
    }

    /** From an account's creation to its first payment; empty where the database is not known to tell that exactly. */
    private Optional<String> micros() {
        TimeEncoding created = users.encoding("createdAt");
        boolean isSteady = created.zone().getRules().isFixedOffset() && created.form() != Form.DATE;
        return isSteady && created.equals(payments.encoding(paidAt))
                ? payments.dialect().micros("c", "p", created.form())
                : Optional.empty();
    }

    private void askByDay() throws SQLException {
        Sql sql = Sql.template(
                """
                SELECT y, c, p, COUNT(*) AS m0
                FROM (SELECT CASE WHEN j > i THEN 1 WHEN j < i THEN 2 ELSE 0 END AS y,
                             CASE WHEN i = j THEN {} END AS c, CASE WHEN i = j THEN {} END AS p
                      FROM ({}) e) g
                GROUP BY y, c, p
                """,
                users.encoding("createdAt").readable("c"),
                payments.encoding(paidAt).readable("p"),
                days());
        inquiry.query(sql, row -> converted += isInTime(row) ? row.getLong(4) : 0);
    }

    /** Both days are counted back from their end, so the same number means: paid on the day the 30 days end on. */
    private Sql days() {
        return Sql.template(
                "SELECT c, p, {} AS i, {} AS j FROM ({}) d",
                TimeBuckets.days(cohort.endExclusive(), COHORT_DAYS).number("c", users.encoding("createdAt")),
                TimeBuckets.days(at.instant(), COHORT_DAYS).number("p", payments.encoding(paidAt)),
                firstPayments());
    }

    private Sql firstPayments() {
        return Sql.template(
                "SELECT {} AS u, MIN({}) AS c, MIN({}) AS p FROM {}, {} WHERE {} = {} AND {} AND {}{} GROUP BY {}",
                users.column("id"),
                users.column("createdAt"),
                payments.column(paidAt),
                users.from(),
                payments.from(),
                payments.column("userId"),
                users.column("id"),
                users.within("createdAt", cohort),
                new PaymentConditions(payments, inquiry.schema().spec().refundShape(), at).succeeded(),
                new PayerColumn(payments)
                        .isKnown()
                        .map(known -> Sql.of(" AND ", known))
                        .orElse(Sql.EMPTY),
                users.column("id"));
    }

    private boolean isInTime(ResultSet row) throws SQLException {
        return switch (row.getInt(1)) {
            case 1 -> true;
            case 2 -> false;
            default -> {
                Instant created = users.encoding("createdAt").read(row, 2);
                Instant paid = payments.encoding(paidAt).read(row, 3);
                yield paid.isBefore(created.plus(Duration.ofDays(COHORT_DAYS)));
            }
        };
    }
}
