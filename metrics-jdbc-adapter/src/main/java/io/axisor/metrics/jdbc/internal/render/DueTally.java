package io.axisor.metrics.jdbc.internal.render;

import io.axisor.metrics.platform.DueCounts;

/** Adds up rows by how they stand to their due dates. */
public final class DueTally {

    /** Without a due date, or not due yet, or done before the window. */
    static final int NOTHING_DUE = 0;

    /** Done in the window, by its due date. */
    static final int IN_TIME = 1;

    /** Done in the window, after its due date. */
    static final int LATE = 2;

    /** To do, and due before the instant. */
    public static final int OVERDUE = 3;

    private long inTime;
    private long late;
    private long overdue;

    public void add(int code, long rows) {
        switch (code) {
            case IN_TIME -> inTime += rows;
            case LATE -> late += rows;
            case OVERDUE -> overdue += rows;
            default -> {}
        }
    }

    DueCounts counts() {
        return new DueCounts(inTime, inTime + late, overdue);
    }
}
