package io.axisor.metrics.source;

import static io.axisor.metrics.source.CheckedRows.isFuture;

import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.time.AsOf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An account among all of them.
 *
 * @param account the account
 * @param isFirst whether it is the one that counts of those with its id
 */
record InMemoryAccount(Account account, boolean isFirst) {

    private static final Comparator<Account> BORN =
            Comparator.comparing(Account::createdAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()));

    static List<InMemoryAccount> of(Collection<Account> accounts) {
        Map<String, Account> awaited = byId(accounts);
        List<InMemoryAccount> rows = new ArrayList<>();
        for (Account account : accounts) {
            boolean isFirst = account.id() != null && awaited.remove(account.id(), account);
            rows.add(new InMemoryAccount(account, isFirst));
        }
        return rows;
    }

    /** Of each id the account that was created first; one without a date only where none has one. */
    static Map<String, Account> byId(Collection<Account> accounts) {
        Map<String, Account> first = new TreeMap<>();
        for (Account account : accounts) {
            if (account.id() != null) {
                first.merge(account.id(), account, (a, b) -> BORN.compare(a, b) <= 0 ? a : b);
            }
        }
        return first;
    }

    @Nullable
    Instant createdAt() {
        return account.createdAt();
    }

    /** The first check that it fails, null for none. */
    @Nullable
    DataCheck check(AsOf at) {
        if (account.id() == null) {
            return DataCheck.USERS_ID;
        }
        if (account.createdAt() == null) {
            return DataCheck.USERS_CREATED_AT;
        }
        if (isFuture(account.createdAt(), at)) {
            return DataCheck.USERS_FUTURE;
        }
        return isFirst ? null : DataCheck.USERS_DUPLICATE;
    }
}
