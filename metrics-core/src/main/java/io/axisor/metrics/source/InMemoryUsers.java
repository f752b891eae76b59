package io.axisor.metrics.source;

import static io.axisor.metrics.source.CheckedRows.isFuture;
import static io.axisor.metrics.time.Window.ROLLING_30D;
import static io.axisor.metrics.time.Window.ROLLING_90D;

import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.revenue.PaymentFacts;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.Payment;
import io.axisor.metrics.source.row.PlanChange;
import io.axisor.metrics.source.row.Subscription;
import io.axisor.metrics.source.row.SurveyAnswer;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.users.AccountFacts;
import io.axisor.metrics.users.Cohort;
import io.axisor.metrics.users.PlanChangeFacts;
import io.axisor.metrics.users.SurveyFacts;
import io.axisor.metrics.users.SurveyKind;
import io.axisor.metrics.users.UserDefinitions;
import io.axisor.metrics.users.UserFacts;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts the users domain of one instant. */
final class InMemoryUsers {

    private static final Set<DataCheck> ACCOUNT_CHECKS = EnumSet.range(DataCheck.USERS_ID, DataCheck.USERS_DUPLICATE);
    private static final Set<DataCheck> PLAN_CHANGE_CHECKS =
            EnumSet.range(DataCheck.PLAN_CHANGES_USER, DataCheck.PLAN_CHANGES_AT);
    private static final Set<DataCheck> SURVEY_CHECKS = EnumSet.range(DataCheck.SURVEYS_KIND, DataCheck.SURVEYS_FUTURE);

    private final InMemoryMetricsDataSource source;
    private final AsOf at;
    private final UserFacts.Builder facts = UserFacts.builder();

    InMemoryUsers(InMemoryMetricsDataSource source, AsOf at) {
        this.source = source;
        this.at = at;
    }

    UserFacts facts() {
        List<Account> accounts = source.accounts == null ? null : checkedAccounts(source.accounts);
        if (accounts != null) {
            facts.accounts(Finding.ok(accountFacts(accounts)));
            if (source.verifiedOnAccounts) {
                facts.verified(Finding.ok(verified(accounts)));
            }
        }
        if (source.activity != null) {
            new InMemoryActivity(source.activity, at).count(accounts, facts);
        } else if (accounts != null && source.lastActivityOnAccounts) {
            countLastActivity(accounts);
        }
        countPaying(accounts);
        if (source.planChanges != null) {
            countPlanChanges(source.planChanges);
        }
        if (source.surveys != null) {
            countSurveys(source.surveys);
        }
        return facts.build();
    }

    private List<Account> checkedAccounts(Collection<Account> rows) {
        List<InMemoryAccount> all = InMemoryAccount.of(rows);
        CheckedRows<InMemoryAccount> checked =
                CheckedRows.of(all, at, ACCOUNT_CHECKS, InMemoryAccount::createdAt, row -> row.check(at));
        facts.issues(checked.issues());
        facts.issues(new InMemoryLeftOut<>(all, at, InMemoryAccount::createdAt, row -> row.check(at))
                .byBirth(RowAxis.USERS_CREATED)
                .whileOpen(RowAxis.USERS_EXISTING, from -> row -> isNotDeleted(row.account(), from))
                .shares());
        return checked.clean().stream().map(InMemoryAccount::account).toList();
    }

    private boolean isNotDeleted(Account account, Instant instant) {
        return CheckedRows.exists(account.createdAt(), at)
                && (account.deletedAt() == null || !account.deletedAt().isBefore(instant));
    }

    private AccountFacts accountFacts(List<Account> accounts) {
        List<Account> existing = accounts.stream()
                .filter(account -> existsAt(account, at.instant()))
                .toList();
        Breakdown byPlan = Breakdown.of(source.plans.plans()).plusEach(existing, Account::plan);
        Map<Window, Long> created = new EnumMap<>(Window.class);
        for (Window window : UserDefinitions.NEW.windows()) {
            created.put(window, count(accounts, account -> within(at.range(window), account.createdAt())));
        }
        Instant before = at.minusDays(30);
        return new AccountFacts(byPlan, count(accounts, account -> existsAt(account, before)), created);
    }

    private Cohort verified(List<Account> accounts) {
        Predicate<Account> exists = account -> existsAt(account, at.instant());
        return new Cohort(count(accounts, exists), count(accounts, exists.and(Account::verified)));
    }

    static boolean existsAt(Account account, Instant instant) {
        return account.createdAt() != null
                && account.createdAt().isBefore(instant)
                && (account.deletedAt() == null || !account.deletedAt().isBefore(instant));
    }

    static boolean within(TimeRange range, @Nullable Instant instant) {
        return instant != null && range.contains(instant);
    }

    private static <R> long count(Collection<R> rows, Predicate<R> which) {
        return rows.stream().filter(which).count();
    }

    private void countLastActivity(List<Account> all) {
        Predicate<Account> dirty = account -> isFuture(account.lastActivityAt(), at);
        long dirtyRows = count(all, dirty.and(account -> CheckedRows.exists(account.createdAt(), at)));
        facts.issues(DataCheck.issues(
                EnumSet.of(DataCheck.USERS_LAST_ACTIVITY), Map.of(DataCheck.USERS_LAST_ACTIVITY, dirtyRows)));
        facts.issues(new InMemoryLeftOut<>(
                        all,
                        at,
                        Account::createdAt,
                        account -> dirty.test(account) ? DataCheck.USERS_LAST_ACTIVITY : null)
                .whileOpen(
                        RowAxis.USERS_LAST_ACTIVE,
                        from -> account ->
                                account.lastActivityAt() != null && CheckedRows.exists(account.createdAt(), at))
                .shares());
        List<Account> active = all.stream()
                .filter(account -> account.lastActivityAt() != null && !dirty.test(account))
                .toList();
        if (at.isPast() && active.stream().anyMatch(account -> activeSince(account, at.instant()))) {
            facts.activityOverwritten();
            return;
        }
        Map<Window, Long> byWindow = new EnumMap<>(Window.class);
        for (Window window : UserDefinitions.ACTIVE.windows()) {
            Instant from = at.range(window).from();
            byWindow.put(window, count(active, account -> activeSince(account, from)));
        }
        Instant middle = at.minusDays(30);
        Instant early = at.minusDays(60);
        Predicate<Account> fresh = account -> within(at.before(ROLLING_30D), account.createdAt());
        Predicate<Account> base = account ->
                account.createdAt() != null && account.createdAt().isBefore(middle) && activeSince(account, early);
        facts.active(Finding.ok(byWindow))
                .retention(Finding.ok(new Cohort(
                        count(all, fresh), count(active, fresh.and(account -> activeSince(account, middle))))))
                .churn(Finding.ok(new Cohort(
                        count(active, base), count(active, base.and(account -> !activeSince(account, middle))))));
    }

    private static boolean activeSince(Account account, Instant from) {
        return account.lastActivityAt() != null && !account.lastActivityAt().isBefore(from);
    }

    private void countPaying(@Nullable List<Account> accounts) {
        List<Payment> succeeded = source.payments == null ? List.of() : succeeded(source.payments);
        if (source.payments != null && source.paymentsWithoutUsers) {
            facts.conversion(Finding.unavailable(PaymentFacts.NO_USERS));
        } else if (source.payments != null && accounts != null) {
            facts.conversion(Finding.ok(conversion(accounts, succeeded)));
        } else {
            facts.conversion(Finding.unavailable((accounts == null ? "users" : "payments") + " are not mapped"));
        }
        Set<String> payers = new HashSet<>();
        if (source.subscriptions != null) {
            InMemorySubscriptions rules = new InMemorySubscriptions(at);
            for (Subscription subscription : source.subscriptions) {
                if (rules.check(subscription) == null && rules.pays(subscription)) {
                    addIfPresent(payers, subscription.userId());
                }
            }
        } else if (source.payments != null && !source.paymentsWithoutUsers) {
            succeeded.stream()
                    .filter(payment -> within(at.range(ROLLING_30D), payment.paidAt()))
                    .forEach(payment -> addIfPresent(payers, InMemoryPayments.payer(payment)));
        } else {
            facts.paying(Finding.unavailable(
                    source.payments == null ? "neither subscriptions nor payments are mapped" : PaymentFacts.NO_USERS));
            return;
        }
        facts.paying(
                accounts == null ? Finding.unavailable("users are not mapped") : Finding.ok(paying(accounts, payers)));
    }

    private Breakdown paying(List<Account> accounts, Set<String> payers) {
        List<Account> paying = accounts.stream()
                .filter(account -> payers.contains(account.id()) && existsAt(account, at.instant()))
                .toList();
        return Breakdown.of(source.plans.plans()).plusEach(paying, Account::plan);
    }

    private static void addIfPresent(Set<String> ids, @Nullable String id) {
        if (id != null) {
            ids.add(id);
        }
    }

    private List<Payment> succeeded(Collection<Payment> payments) {
        InMemoryPayments rules = new InMemoryPayments(source.refundShape, at);
        return payments.stream()
                .filter(payment -> rules.check(payment) == null && rules.succeededAt(payment) != null)
                .toList();
    }

    private Cohort conversion(List<Account> accounts, List<Payment> succeeded) {
        Map<String, Instant> firstPaid = new HashMap<>();
        for (Payment payment : succeeded) {
            String payer = InMemoryPayments.payer(payment);
            if (payer != null && payment.paidAt() != null) {
                firstPaid.merge(payer, payment.paidAt(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        Predicate<Account> cohort = account -> within(at.before(ROLLING_30D), account.createdAt());
        Predicate<Account> converted = account -> {
            Instant first = firstPaid.get(account.id());
            return first != null
                    && account.createdAt() != null
                    && first.isBefore(account.createdAt().plus(Duration.ofDays(30)));
        };
        return new Cohort(count(accounts, cohort), count(accounts, cohort.and(converted)));
    }

    private void countPlanChanges(Collection<PlanChange> rows) {
        if (source.plans.plans().isEmpty()) {
            facts.planChangesWithoutOrder();
            return;
        }
        CheckedRows<PlanChange> checked = CheckedRows.of(
                rows, at, PLAN_CHANGE_CHECKS, change -> CheckedRows.planned(change.changedAt(), at), this::check);
        facts.issues(checked.issues());
        facts.issues(new InMemoryLeftOut<>(rows, at, change -> CheckedRows.planned(change.changedAt(), at), this::check)
                .byBirth(RowAxis.PLAN_CHANGES)
                .shares());
        long upgrades = 0;
        long downgrades = 0;
        Set<String> upgraded = new HashSet<>();
        for (PlanChange change : checked.clean()) {
            if (within(at.range(ROLLING_30D), change.changedAt())) {
                int steps = rank(change.toPlan()).orElse(0)
                        - rank(change.fromPlan()).orElse(0);
                upgrades += steps > 0 ? 1 : 0;
                downgrades += steps < 0 ? 1 : 0;
                if (steps > 0) {
                    addIfPresent(upgraded, change.userId());
                }
            }
        }
        facts.planChanges(Finding.ok(new PlanChangeFacts(upgrades, downgrades, upgraded.size())));
    }

    private @Nullable DataCheck check(PlanChange change) {
        if (change.userId() == null) {
            return DataCheck.PLAN_CHANGES_USER;
        }
        if (rank(change.fromPlan()).isEmpty() || rank(change.toPlan()).isEmpty()) {
            return DataCheck.PLAN_CHANGES_PLAN;
        }
        return change.changedAt() == null ? DataCheck.PLAN_CHANGES_AT : null;
    }

    private OptionalInt rank(@Nullable String plan) {
        return plan == null ? OptionalInt.empty() : source.plans.rank(plan);
    }

    private void countSurveys(Collection<SurveyAnswer> rows) {
        CheckedRows<SurveyAnswer> checked =
                CheckedRows.of(rows, at, SURVEY_CHECKS, SurveyAnswer::answeredAt, this::check);
        facts.issues(checked.issues());
        facts.issues(new InMemoryLeftOut<>(rows, at, SurveyAnswer::answeredAt, this::check)
                .byBirth(RowAxis.SURVEYS)
                .shares());
        List<SurveyAnswer> inWindow = checked.clean().stream()
                .filter(answer -> within(at.range(ROLLING_90D), answer.answeredAt()))
                .toList();
        facts.surveys(Finding.ok(new SurveyFacts(
                scored(inWindow, SurveyKind.NPS, SurveyFacts.LOWEST_PROMOTER, 10),
                scored(inWindow, SurveyKind.NPS, 0, SurveyFacts.HIGHEST_DETRACTOR),
                scored(inWindow, SurveyKind.NPS, 0, 10),
                scored(inWindow, SurveyKind.CSAT, SurveyFacts.LOWEST_SATISFIED, 5),
                scored(inWindow, SurveyKind.CSAT, 1, 5))));
    }

    private static long scored(List<SurveyAnswer> answers, SurveyKind kind, int lowest, int highest) {
        return count(
                answers,
                answer -> answer.kind() == kind
                        && answer.score() != null
                        && answer.score() >= lowest
                        && answer.score() <= highest);
    }

    private @Nullable DataCheck check(SurveyAnswer answer) {
        SurveyKind kind = answer.kind();
        if (kind == null) {
            return DataCheck.SURVEYS_KIND;
        }
        Integer score = answer.score();
        if (score == null || score < kind.lowestScore() || score > kind.highestScore()) {
            return DataCheck.SURVEYS_SCORE;
        }
        if (answer.answeredAt() == null) {
            return DataCheck.SURVEYS_AT;
        }
        return isFuture(answer.answeredAt(), at) ? DataCheck.SURVEYS_FUTURE : null;
    }
}
