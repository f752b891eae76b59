package io.axisor.metrics.revenue;

/**
 * The payments of a window, by number.
 *
 * @param created payments created in the window, whatever became of them
 * @param succeeded those of them that succeeded, refunded on the payment since or not
 * @param failed those of them that failed
 * @param refunds refunds of the window: of payments created in it, or dated in it where refunds have a date
 */
public record PaymentCounts(long created, long succeeded, long failed, long refunds) {}
