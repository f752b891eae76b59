package io.axisor.metrics.examples.quickstart.company;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The rows that no table should hold and every table of some age does; see {@code data.issues}. */
final class Accidents {

    private static final BigDecimal AMOUNT = new BigDecimal("19.00");

    private final Chance chance;
    private final Journal journal;
    private final Billing billing;
    private final TradingDesk trading;
    private final CareDesk care;
    private final String currency;

    Accidents(Chance chance, Journal journal, Billing billing, TradingDesk trading, CareDesk care, String currency) {
        this.chance = chance;
        this.journal = journal;
        this.billing = billing;
        this.trading = trading;
        this.care = care;
        this.currency = currency;
    }

    void happen(Duration step) {
        if (chance.happens(0.2, step)) {
            journal.another();
            Instant stamp = journal.stamp();
            switch (chance.between(1, 9)) {
                case 1 -> charge(null, AMOUNT, currency, "paid", stamp);
                case 2 -> charge(1L, AMOUNT.negate(), currency, "paid", stamp);
                case 3 -> charge(1L, AMOUNT, currency, "chargeback", stamp);
                case 4 -> charge(1L, AMOUNT, "???", "paid", stamp);
                case 5 -> charge(1L, AMOUNT, currency, "paid", stamp.plus(Duration.ofDays(3650)));
                case 6 -> trading.spoil(AMOUNT.negate());
                case 7 -> care.spoil();
                case 8 -> journal.add(Write.EXPORT, null, stamp);
                default -> journal.add(Write.ANSWER, "recommend", 11, stamp);
            }
        }
    }

    private void charge(@Nullable Long accountNo, BigDecimal amount, String statedCurrency, String state, Instant at) {
        journal.add(
                Write.CHARGE,
                billing.nextCharge(),
                accountNo,
                amount,
                statedCurrency,
                state,
                at,
                at,
                Plan.BASIC.stored);
    }
}
