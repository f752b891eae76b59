package io.axisor.metrics.examples.quickstart.company;

import java.math.BigDecimal;

/** The plans, lowest first. A year costs ten months. */
enum Plan {
    FREE("free", "0.00"),
    BASIC("basic", "19.00"),
    PRO("pro", "79.00");

    final String stored;
    private final BigDecimal pricePerMonth;

    Plan(String stored, String pricePerMonth) {
        this.stored = stored;
        this.pricePerMonth = new BigDecimal(pricePerMonth);
    }

    BigDecimal price(boolean yearly) {
        return yearly ? pricePerMonth.movePointRight(1).setScale(2) : pricePerMonth;
    }
}
