package io.axisor.metrics.jdbc.jpa.shop;

/** Plans, lowest first. */
public enum Plan {
    FREE,
    PRO,
    GOLD
}
