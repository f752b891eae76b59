package io.axisor.metrics.source;

import static io.axisor.metrics.source.CheckedRows.isFuture;
import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.ActivityEvent;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.users.Cohort;
import io.axisor.metrics.users.LifecycleFacts;
import io.axisor.metrics.users.Stickiness;
import io.axisor.metrics.users.UserDefinitions;
import io.axisor.metrics.users.UserFacts;
import io.axisor.metrics.value.Finding;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts activity events, the exact evidence of who was active when. */
final class InMemoryActivity {

    private static final Set<DataCheck> CHECKS = EnumSet.range(DataCheck.ACTIVITY_USER, DataCheck.ACTIVITY_FUTURE);

    private final CheckedRows<ActivityEvent> events;
    private final DataIssues shares;
    private final AsOf at;

    InMemoryActivity(Collection<ActivityEvent> rows, AsOf at) {
        this.at = at;
        this.events = CheckedRows.of(rows, at, CHECKS, ActivityEvent::occurredAt, event -> check(event, at));
        this.shares = new InMemoryLeftOut<>(rows, at, ActivityEvent::occurredAt, event -> check(event, at))
                .byBirth(RowAxis.ACTIVITY)
                .shares();
    }

    private static @Nullable DataCheck check(ActivityEvent event, AsOf at) {
        if (event.userId() == null) {
            return DataCheck.ACTIVITY_USER;
        }
        if (event.occurredAt() == null) {
            return DataCheck.ACTIVITY_AT;
        }
        return isFuture(event.occurredAt(), at) ? DataCheck.ACTIVITY_FUTURE : null;
    }

    void count(@Nullable List<Account> accounts, UserFacts.Builder facts) {
        facts.issues(events.issues()).issues(shares);
        Map<Window, Long> active = new EnumMap<>(Window.class);
        for (Window window : UserDefinitions.ACTIVE.windows()) {
            active.put(window, (long) people(at.range(window)).size());
        }
        Set<String> now = people(at.range(ROLLING_30D));
        Set<String> before = people(at.before(ROLLING_30D));
        facts.active(Finding.ok(active))
                .sumOfDailyActives(Finding.ok(sumOfDailyActives()))
                .churn(Finding.ok(new Cohort(before.size(), countNotIn(before, now))));
        if (accounts == null) {
            facts.activityWithoutAccounts();
            return;
        }
        Set<String> cohort = created(accounts, at.before(ROLLING_30D));
        facts.retention(Finding.ok(new Cohort(cohort.size(), cohort.size() - countNotIn(cohort, now))));
        facts.lifecycle(Finding.ok(lifecycle(now, before, created(accounts, at.range(ROLLING_30D)))));
    }

    private static LifecycleFacts lifecycle(Set<String> now, Set<String> before, Set<String> created) {
        long fresh = now.stream().filter(created::contains).count();
        long returning = now.stream()
                .filter(id -> !created.contains(id) && before.contains(id))
                .count();
        return new LifecycleFacts(fresh, returning, now.size() - fresh - returning, countNotIn(before, now));
    }

    private static long countNotIn(Set<String> ids, Set<String> others) {
        return ids.stream().filter(id -> !others.contains(id)).count();
    }

    private long sumOfDailyActives() {
        long sum = 0;
        for (int day = 0; day < Stickiness.DAYS; day++) {
            sum += people(new TimeRange(at.minusDays(day + 1), at.minusDays(day)))
                    .size();
        }
        return sum;
    }

    private Set<String> people(TimeRange range) {
        Set<String> ids = new HashSet<>();
        for (ActivityEvent event : events.clean()) {
            if (event.userId() != null && InMemoryUsers.within(range, event.occurredAt())) {
                ids.add(event.userId());
            }
        }
        return ids;
    }

    private static Set<String> created(List<Account> accounts, TimeRange range) {
        Set<String> ids = new HashSet<>();
        for (Account account : accounts) {
            if (InMemoryUsers.within(range, account.createdAt())) {
                ids.add(account.id());
            }
        }
        return ids;
    }
}
