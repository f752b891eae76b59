package io.axisor.metrics.users;

/**
 * The people of the last 30 days and of the 30 days before, each in one state.
 *
 * @param fresh active in the window, account created in it
 * @param returning active in the window and in the 30 days before, account older
 * @param resurrected active in the window, not in the 30 days before, account older
 * @param dormant active in the 30 days before, not in the window
 */
public record LifecycleFacts(long fresh, long returning, long resurrected, long dormant) {}
