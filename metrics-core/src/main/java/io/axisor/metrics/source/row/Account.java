package io.axisor.metrics.source.row;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user account.
 *
 * @param id its id; an account without, or with that of one created earlier, is dirty
 * @param createdAt when it was created; an account without is dirty
 * @param plan its plan now, null for none
 * @param lastActivityAt its last activity, null for none
 * @param deletedAt when it was or will be deleted, null for never
 * @param verified whether the person behind it is verified now
 */
public record Account(
        @Nullable String id,
        @Nullable Instant createdAt,
        @Nullable String plan,
        @Nullable Instant lastActivityAt,
        @Nullable Instant deletedAt,
        boolean verified) {

    /**
     * An account that is not verified.
     *
     * @param id its id
     * @param createdAt when it was created; an account without is dirty
     * @param plan its plan now, null for none
     * @param lastActivityAt its last activity, null for none
     * @param deletedAt when it was or will be deleted, null for never
     */
    public Account(
            @Nullable String id,
            @Nullable Instant createdAt,
            @Nullable String plan,
            @Nullable Instant lastActivityAt,
            @Nullable Instant deletedAt) {
        this(id, createdAt, plan, lastActivityAt, deletedAt, false);
    }

    /**
     * An account of no plan, never deleted.
     *
     * @param id its id
     * @param createdAt when it was created
     * @return the account
     */
    public static Account of(String id, Instant createdAt) {
        return new Account(id, createdAt, null, null, null);
    }

    /**
     * The account on a plan.
     *
     * @param newPlan the plan
     * @return a copy
     */
    public Account onPlan(String newPlan) {
        return new Account(id, createdAt, newPlan, lastActivityAt, deletedAt, verified);
    }

    /**
     * The account with a last activity.
     *
     * @param at when
     * @return a copy
     */
    public Account lastActive(Instant at) {
        return new Account(id, createdAt, plan, at, deletedAt, verified);
    }

    /**
     * The account, deleted.
     *
     * @param at when
     * @return a copy
     */
    public Account deleted(Instant at) {
        return new Account(id, createdAt, plan, lastActivityAt, at, verified);
    }

    /**
     * The account of a person who is verified.
     *
     * @return a copy
     */
    public Account ofVerifiedPerson() {
        return new Account(id, createdAt, plan, lastActivityAt, deletedAt, true);
    }
}
