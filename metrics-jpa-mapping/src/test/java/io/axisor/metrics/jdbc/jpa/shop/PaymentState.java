package io.axisor.metrics.jdbc.jpa.shop;

/** States of payments, stored as numbers. */
public enum PaymentState {
    OPEN,
    PAID,
    DECLINED,
    RETURNED
}
