package io.axisor.metrics.jdbc;

import io.axisor.metrics.jdbc.internal.spec.ColumnSpec.Purpose;
import io.axisor.metrics.jdbc.internal.spec.FactSpec;
import java.util.List;

/** The accounts of users. */
public final class UsersMapping extends FactMapping<UsersMapping> {

    UsersMapping() {
        super("users");
    }

    @Override
    UsersMapping self() {
        return this;
    }

    @Override
    List<String> requiredRoles() {
        return List.of("id", "createdAt");
    }

    /**
     * The account's id, each once.
     *
     * @param column its name
     * @return this
     */
    public UsersMapping id(String column) {
        return column("id", column, Purpose.VALUE);
    }

    /**
     * When the account was created.
     *
     * @param column its name
     * @return this
     */
    public UsersMapping createdAt(String column) {
        return time("createdAt", column, null);
    }

    /**
     * When the account was created.
     *
     * @param column its name
     * @param kind how it stores instants
     * @return this
     */
    public UsersMapping createdAt(String column, TimeKind kind) {
        return time("createdAt", column, kind);
    }

    /**
     * The plan of the account now. Optional.
     *
     * @param column its name
     * @return this
     */
    public UsersMapping plan(String column) {
        return column("plan", column, Purpose.VALUE);
    }

    /**
     * The last activity of the account, which counts where no activity events are mapped. Optional.
     *
     * @param column its name
     * @return this
     */
    public UsersMapping lastActivityAt(String column) {
        return time("lastActivityAt", column, null);
    }

    /**
     * The last activity of the account, which counts where no activity events are mapped. Optional.
     *
     * @param column its name
     * @param kind how it stores instants
     * @return this
     */
    public UsersMapping lastActivityAt(String column, TimeKind kind) {
        return time("lastActivityAt", column, kind);
    }

    /**
     * When the account was deleted; null for accounts that exist. Optional.
     *
     * @param column its name
     * @return this
     */
    public UsersMapping deletedAt(String column) {
        return time("deletedAt", column, null);
    }

    /**
     * When the account was deleted; null for accounts that exist. Optional.
     *
     * @param column its name
     * @param kind how it stores instants
     * @return this
     */
    public UsersMapping deletedAt(String column, TimeKind kind) {
        return time("deletedAt", column, kind);
    }

    /**
     * Whether the person behind the account is verified now: a boolean, or a column whose values are mapped with
     * {@link #verifiedWhen}. Optional.
     *
     * @param column its name
     * @return this
     */
    public UsersMapping verified(String column) {
        return column("verified", column, Purpose.VALUE);
    }

    /**
     * The stored values that mean: verified. By default {@code true}, for a boolean.
     *
     * @param stored the values
     * @return this
     */
    public UsersMapping verifiedWhen(String... stored) {
        return values("verified", "verified", stored);
    }

    @Override
    FactSpec spec() {
        if (has("verified") && !hasValues("verified", "verified")) {
            verifiedWhen("true");
        }
        return super.spec();
    }
}
