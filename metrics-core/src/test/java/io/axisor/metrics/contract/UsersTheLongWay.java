package io.axisor.metrics.contract;

import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.revenue.SubscriptionStatus;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.ActivityEvent;
import io.axisor.metrics.source.row.Payment;
import io.axisor.metrics.source.row.Subscription;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The main figures of users computed a second time, sentence by sentence from the specification and with none of the
 * library's code, so that the reference itself is checked. Slow and plain on purpose.
 */
final class UsersTheLongWay {

    private final Company company;
    private final Instant t;
    private final Instant latest;
    private final Map<String, String> found = new TreeMap<>();

    UsersTheLongWay(Company company, Instant t) {
        this.company = company;
        this.t = t;
        Instant now = SourceUnderTest.NOW;
        this.latest = (t.isAfter(now) ? t : now).plusSeconds(300);
    }

    /** Series and what is found, sums over plans under the bare name. */
    Map<String, String> figures() {
        List<Account> accounts =
                company.accounts().map(UsersTheLongWay::oneOfEachId).orElse(null);
        if (accounts != null) {
            accounts(accounts);
        }
        if (company.activity().isPresent()) {
            events(company.activity().get(), accounts);
        } else if (accounts != null && company.hasLastActivityOnAccounts()) {
            lastActivity(accounts);
        }
        if (accounts != null && company.payments().isPresent()) {
            conversion(accounts, company.payments().get());
        }
        paying();
        return found;
    }

    /** Those that no other of the same id is older than, or as old and listed before. */
    static List<Account> oneOfEachId(List<Account> accounts) {
        List<Account> counted = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i++) {
            boolean isOldest = accounts.get(i).id() != null;
            for (int j = 0; j < accounts.size() && isOldest; j++) {
                Instant mine = birth(accounts.get(i));
                Instant others = birth(accounts.get(j));
                boolean isOlder = j < i ? others.compareTo(mine) <= 0 : others.compareTo(mine) < 0;
                isOldest = !(isOlder
                        && Objects.equals(accounts.get(i).id(), accounts.get(j).id()));
            }
            if (isOldest) {
                counted.add(accounts.get(i));
            }
        }
        return counted;
    }

    private static Instant birth(Account account) {
        return account.createdAt() == null ? Instant.MAX : account.createdAt();
    }

    private Instant back(int days) {
        return t.minus(Duration.ofHours(24L * days));
    }

    private boolean credible(@Nullable Instant instant) {
        return instant != null && !instant.isAfter(latest);
    }

    private static boolean between(Instant from, @Nullable Instant instant, Instant to) {
        return instant != null && instant.compareTo(from) >= 0 && instant.compareTo(to) < 0;
    }

    private void accounts(List<Account> accounts) {
        LocalDate today = LocalDate.ofInstant(t, SourceUnderTest.ZONE);
        LocalDate monday = today;
        while (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            monday = monday.minusDays(1);
        }
        Map<String, Instant> starts = Map.of(
                "24h", back(1),
                "7d", back(7),
                "30d", back(30),
                "today", midnight(today),
                "this.week", midnight(monday),
                "this.month", midnight(LocalDate.of(today.getYear(), today.getMonth(), 1)));
        starts.forEach((window, start) -> {
            int created = 0;
            for (Account account : accounts) {
                created += credible(account.createdAt()) && between(start, account.createdAt(), t) ? 1 : 0;
            }
            found.put("users.new." + window, String.valueOf(created));
        });
        int exist = existing(accounts, t);
        int verified = 0;
        for (Account account : accounts) {
            verified += exists(account, t) && account.verified() ? 1 : 0;
        }
        found.put("users", String.valueOf(exist));
        if (company.hasVerifiedOnAccounts()) {
            found.put("compliance.verified", quotient(verified, exist, "UNDEFINED"));
        }
    }

    static int existing(List<Account> accounts, Instant t) {
        int exist = 0;
        for (Account account : accounts) {
            exist += exists(account, t) ? 1 : 0;
        }
        return exist;
    }

    private static boolean exists(Account account, Instant t) {
        boolean created = account.createdAt() != null && account.createdAt().compareTo(t) < 0;
        boolean deleted = account.deletedAt() != null && account.deletedAt().compareTo(t) < 0;
        return created && !deleted;
    }

    static Instant midnight(LocalDate day) {
        return day.atTime(0, 0).atZone(SourceUnderTest.ZONE).toInstant();
    }

    private void events(List<ActivityEvent> events, @Nullable List<Account> accounts) {
        Set<String> month = active(events, back(30), t);
        Set<String> before = active(events, back(60), back(30));
        int day = active(events, back(1), t).size();
        found.put("users.active.24h", String.valueOf(day));
        found.put("users.active.7d", String.valueOf(active(events, back(7), t).size()));
        found.put("users.active.30d", String.valueOf(month.size()));
        Set<String> churned = new HashSet<>(before);
        churned.removeAll(month);
        found.put("users.churn.30d", quotient(churned.size(), before.size(), "UNDEFINED"));
        found.put("users.stickiness", quotient(day, month.size(), "NO_DATA"));
        int days = 0;
        for (int i = 0; i < 30; i++) {
            days += active(events, back(i + 1), back(i)).size();
        }
        found.put("users.stickiness.mean", quotient(days, 30 * month.size(), "NO_DATA"));
        if (accounts == null) {
            return;
        }
        int cohort = 0;
        int retained = 0;
        Set<String> fresh = new HashSet<>();
        for (Account account : accounts) {
            if (between(back(60), account.createdAt(), back(30))) {
                cohort++;
                retained += month.contains(account.id()) ? 1 : 0;
            }
            if (between(back(30), account.createdAt(), t) && month.contains(account.id())) {
                fresh.add(account.id());
            }
        }
        found.put("users.retention.30d", quotient(retained, cohort, "UNDEFINED"));
        Set<String> older = new HashSet<>(month);
        older.removeAll(fresh);
        Set<String> returning = new HashSet<>(older);
        returning.retainAll(before);
        found.put("users.lifecycle.30d{state=new}", String.valueOf(fresh.size()));
        found.put("users.lifecycle.30d{state=returning}", String.valueOf(returning.size()));
        found.put("users.lifecycle.30d{state=resurrected}", String.valueOf(older.size() - returning.size()));
        found.put("users.lifecycle.30d{state=dormant}", String.valueOf(churned.size()));
    }

    private static Set<String> active(List<ActivityEvent> events, Instant from, Instant to) {
        Set<String> people = new HashSet<>();
        for (ActivityEvent event : events) {
            if (event.userId() != null && between(from, event.occurredAt(), to)) {
                people.add(event.userId());
            }
        }
        return people;
    }

    private void lastActivity(List<Account> accounts) {
        boolean past = t.isBefore(SourceUnderTest.NOW.minusSeconds(300));
        int[] active = new int[4]; // 24h, 7d, 30d; overwritten
        int cohort = 0;
        int retained = 0;
        int base = 0;
        int churned = 0;
        for (Account account : accounts) {
            if (!credible(account.createdAt())) {
                continue;
            }
            Instant last = credible(account.lastActivityAt()) ? account.lastActivityAt() : Instant.MIN;
            active[0] += last.isBefore(back(1)) ? 0 : 1;
            active[1] += last.isBefore(back(7)) ? 0 : 1;
            active[2] += last.isBefore(back(30)) ? 0 : 1;
            active[3] += last.isBefore(t) ? 0 : 1;
            boolean inCohort = between(back(60), account.createdAt(), back(30));
            boolean inBase = between(Instant.MIN, account.createdAt(), back(30)) && !last.isBefore(back(60));
            cohort += inCohort ? 1 : 0;
            retained += inCohort && !last.isBefore(back(30)) ? 1 : 0;
            base += inBase ? 1 : 0;
            churned += inBase && last.isBefore(back(30)) ? 1 : 0;
        }
        boolean overwritten = past && active[3] > 0;
        found.put("users.active.24h", overwritten ? "UNDEFINED" : String.valueOf(active[0]));
        found.put("users.active.7d", overwritten ? "UNDEFINED" : String.valueOf(active[1]));
        found.put("users.active.30d", overwritten ? "UNDEFINED" : String.valueOf(active[2]));
        found.put("users.retention.30d", overwritten ? "UNDEFINED" : quotient(retained, cohort, "UNDEFINED"));
        found.put("users.churn.30d", overwritten ? "UNDEFINED" : quotient(churned, base, "UNDEFINED"));
    }

    private void conversion(List<Account> accounts, List<Payment> payments) {
        int cohort = 0;
        int converted = 0;
        for (Account account : accounts) {
            Instant created = account.createdAt();
            if (created == null || !between(back(60), created, back(30))) {
                continue;
            }
            cohort++;
            for (Payment payment : payments) {
                if (account.id().equals(payment.userId())
                        && succeeded(payment)
                        && between(Instant.MIN, payment.paidAt(), created.plusSeconds(30 * 24 * 3600))) {
                    converted++;
                    break;
                }
            }
        }
        found.put(
                "users.conversion.30d",
                company.hasPaymentsWithoutUsers() ? "UNAVAILABLE" : quotient(converted, cohort, "UNDEFINED"));
    }

    private void paying() {
        Set<String> payers = new HashSet<>();
        if (company.subscriptions().isPresent()) {
            for (Subscription subscription : company.subscriptions().get()) {
                if (pays(subscription, t)) {
                    payers.add(String.valueOf(subscription.userId()));
                }
            }
        } else if (company.payments().isPresent() && company.hasPaymentsWithoutUsers()) {
            found.put("users.paying", "UNAVAILABLE");
            return;
        } else if (company.payments().isPresent()) {
            for (Payment payment : company.payments().get()) {
                boolean byGuest = payment.userId() == null || payment.userId().isBlank();
                if (!byGuest && succeeded(payment) && between(back(30), payment.paidAt(), t)) {
                    payers.add(String.valueOf(payment.userId()));
                }
            }
        } else {
            return;
        }
        int paying = 0;
        for (Account account : oneOfEachId(company.accounts().orElse(List.of()))) {
            paying += exists(account, t) && payers.contains(account.id()) ? 1 : 0;
        }
        found.put("users.paying", company.accounts().isEmpty() ? "UNAVAILABLE" : String.valueOf(paying));
    }

    /** Whether a payment is clean, but for its currency, and brought money before t, refunded since or not. */
    private boolean succeeded(Payment payment) {
        boolean refundRow = company.refundShape() == RefundShape.OWN_ROWS;
        boolean brought = payment.status() == PaymentStatus.SUCCEEDED
                || (payment.status() == PaymentStatus.REFUNDED && !refundRow);
        return brought && between(Instant.MIN, payment.paidAt(), t) && isClean(payment, company.refundShape(), latest);
    }

    static boolean isClean(Payment p, RefundShape shape, Instant latest) {
        boolean moved = p.status() == PaymentStatus.SUCCEEDED || p.status() == PaymentStatus.REFUNDED;
        boolean mayBeNegative = p.status() == PaymentStatus.REFUNDED && shape == RefundShape.OWN_ROWS;
        return p.amount() != null
                && (p.amount().signum() >= 0 || mayBeNegative)
                && p.status() != null
                && p.status() != PaymentStatus.IGNORED
                && p.createdAt() != null
                && !p.createdAt().isAfter(latest)
                && (p.paidAt() == null ? !moved : !p.paidAt().isAfter(latest))
                && (p.refundedAt() == null || !p.refundedAt().isAfter(latest))
                && (p.refundedAmount() == null || p.refundedAmount().signum() >= 0);
    }

    static boolean pays(Subscription s, Instant t) {
        boolean clean = s.userId() != null
                && s.amount() != null
                && s.interval() != null
                && s.intervalCount() >= 1
                && s.status() != null
                && s.startedAt() != null;
        return clean && !isUndated(s) && isPaidFor(s, t);
    }

    private static boolean isUndated(Subscription s) {
        return switch (s.status()) {
            case TRIALING, PAUSED -> isPaidFor(s, SourceUnderTest.NOW);
            case CANCELLED -> s.endedAt() == null && isPaidFor(s, SourceUnderTest.NOW);
            default -> false;
        };
    }

    /** By the first and the last instant that its dates leave. */
    private static boolean isPaidFor(Subscription s, Instant instant) {
        Instant begin = s.startedAt();
        if (s.trialEndsAt() != null && s.trialEndsAt().isAfter(begin)) {
            begin = s.trialEndsAt();
        }
        Instant end = s.endedAt() == null ? Instant.MAX : s.endedAt();
        if (s.status() == SubscriptionStatus.CANCELLED && s.endedAt() == null && s.cancelledAt() != null) {
            end = s.cancelledAt();
        }
        if (s.status() == SubscriptionStatus.PAUSED
                && s.pausedAt() != null
                && s.pausedAt().isBefore(end)) {
            end = s.pausedAt();
        }
        boolean costs = s.amount().signum() > 0 && s.status() != SubscriptionStatus.FREE;
        return costs && begin.isBefore(instant) && !end.isBefore(instant);
    }

    static String quotient(int part, int whole, String otherwise) {
        return whole == 0 ? otherwise : part + "/" + whole;
    }
}
