package io.axisor.metrics.platform;

/**
 * What was due: tickets or requests that have a due date.
 *
 * @param inTime done in the window, by their due date or at it
 * @param done done in the window, in time or not
 * @param overdue not done just before {@code t}, though due before it
 */
public record DueCounts(long inTime, long done, long overdue) {}
