package io.axisor.metrics.users;

/**
 * A group of accounts, and how many of them did what is asked.
 *
 * @param size how many accounts there are
 * @param matching how many of them did it, 0..size
 */
public record Cohort(long size, long matching) {

    /**
     * Refuses counts that cannot be of one group.
     *
     * @param size how many accounts there are
     * @param matching how many of them did it, 0..size
     */
    public Cohort {
        if (size < 0 || matching < 0 || matching > size) {
            throw new IllegalArgumentException(matching + " of a cohort of " + size + " cannot be");
        }
    }
}
