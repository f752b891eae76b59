package io.axisor.metrics.jdbc.internal;

import java.util.Optional;

/**
 * Who paid: the user of a payment. A payment whose user is NULL or blank is a guest's.
 *
 * @param payments the payments
 */
record PayerColumn(Source payments) {

    private static final String USER = "userId";

    /** Whether the host maps who pays. */
    boolean isMapped() {
        return payments.has(USER);
    }

    /** The user, NULL for a guest; only where it is mapped. */
    String orNull() {
        String user = payments.column(USER);
        return payments.isText(USER) ? payments.dialect().blankAsNull(user) : user;
    }

    /** Whether a payment may be a guest's, though who pays is mapped. */
    private boolean mayBeGuest() {
        return isMapped() && (payments.isNullable(USER) || payments.isText(USER));
    }

    /** Whether the payment has a user; empty where each has one. */
    Optional<Sql> isKnown() {
        return mayBeGuest() ? Optional.of(Sql.of(orNull(), " IS NOT NULL")) : Optional.empty();
    }

    /** 1 for a guest's payment, else 0; a constant where only one of both can be. */
    Sql isGuest() {
        return isKnown()
                .map(known -> Sql.template("CASE WHEN {} THEN 0 ELSE 1 END", known))
                .orElse(Sql.of(isMapped() ? "0" : "1"));
    }
}
