package io.axisor.metrics.jdbc.internal.render;

import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import java.util.Optional;

/**
 * Who paid: the user of a payment. A payment whose user is NULL or blank is a guest's.
 *
 * @param payments the payments
 */
public record PayerColumn(Source payments) {

    private static final String USER = "userId";

    /** Whether the host maps who pays. */
    public boolean isMapped() {
        return payments.has(USER);
    }

    /** The user, NULL for a guest; only where it is mapped. */
    public String orNull() {
        String user = payments.column(USER);
        return payments.isText(USER) ? payments.dialect().blankAsNull(user) : user;
    }

    /** Whether a payment may be a guest's, though who pays is mapped. */
    private boolean mayBeGuest() {
        return isMapped() && (payments.isNullable(USER) || payments.isText(USER));
    }

    /** Whether the payment has a user; empty where each has one. */
    public Optional<Sql> isKnown() {
        return mayBeGuest() ? Optional.of(Sql.of(orNull(), " IS NOT NULL")) : Optional.empty();
    }

    /** 1 for a guest's payment, else 0; a constant where only one of both can be. */
    public Sql isGuest() {
        return isKnown()
                .map(known -> Sql.template("CASE WHEN {} THEN 0 ELSE 1 END", known))
                .orElse(Sql.of(isMapped() ? "0" : "1"));
    }
}
