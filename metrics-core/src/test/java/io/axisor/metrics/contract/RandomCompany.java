package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.SourceUnderTest.NOW;

import io.axisor.metrics.revenue.BillingInterval;
import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.revenue.RefundStatus;
import io.axisor.metrics.revenue.SubscriptionStatus;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.ActivityEvent;
import io.axisor.metrics.source.row.Payment;
import io.axisor.metrics.source.row.PlanChange;
import io.axisor.metrics.source.row.Refund;
import io.axisor.metrics.source.row.Subscription;
import io.axisor.metrics.source.row.SurveyAnswer;
import io.axisor.metrics.users.SurveyKind;
import io.axisor.metrics.value.CurrencyUnit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A company of 20 to 80 accounts, the same for every run of one seed; of some 200 where plans, types and features are so
 * many that they fold. The seed also decides what is mapped. One row in ten or so is dirty, and timestamps crowd around
 * the bounds of windows.
 */
public final class RandomCompany {

    /** The instants to measure at: now, within the tolerance of clocks, past, starts of months, and the future. */
    static final List<Instant> INSTANTS = List.of(
            NOW,
            NOW.minus(Duration.ofMinutes(3)),
            NOW.minus(Duration.ofDays(10)),
            NOW.minus(Duration.ofDays(31)),
            Instant.parse("2026-03-31T22:00:00Z"),
            Instant.parse("2026-02-28T23:00:00Z"),
            NOW.plus(Duration.ofDays(2)));

    private final long seed;
    private final Random random;
    private final RandomTimes times;
    private final int size;
    private final boolean refundsOnPayments;
    private final int decimalsOfQuantities;
    private int nextAccount;

    /**
     * A company that has not been made yet.
     *
     * @param seed what decides everything about it
     * @param tick the smallest difference of two timestamps
     */
    public RandomCompany(long seed, Duration tick) {
        this(seed, tick, 3);
    }

    RandomCompany(long seed, Duration tick, int decimalsOfQuantities) {
        this.seed = seed;
        this.decimalsOfQuantities = decimalsOfQuantities;
        this.random = new Random(seed);
        this.times = new RandomTimes(random, tick);
        this.size = hasManyNames(seed) ? 170 + random.nextInt(80) : 20 + random.nextInt(61);
        this.refundsOnPayments = seed % 3 == 1;
    }

    /**
     * The instants to measure one company at: now and two more, so that few companies have met all of them.
     *
     * @param seed of the company
     * @return three of {@link #INSTANTS}
     */
    static List<Instant> instants(long seed) {
        int others = INSTANTS.size() - 1;
        int second = 1 + (int) Math.floorMod(seed, (long) others);
        return List.of(NOW, INSTANTS.get(second), INSTANTS.get(1 + (second + others / 2 - 1) % others));
    }

    /** Whether plans, types, features and markets are more than are shown one by one. */
    static boolean hasManyNames(long seed) {
        return seed % 4 == 1;
    }

    /**
     * Makes it.
     *
     * @return rows and mapping, as they are around {@link SourceUnderTest#NOW}
     */
    public Company build() {
        return build(Company.builder());
    }

    /**
     * Makes it without the rows that say something impossible.
     *
     * @return the same mapping, and the same rows but for those that a check would leave out
     */
    public Company buildClean() {
        return build(Company.builder().only(new CleanRows(seed % 6 == 5, seed % 3 == 0)));
    }

    private Company build(Company.Builder company) {
        company.plans("free", "pro", "team").knownCurrencies("USD", "JPY");
        addOptions(company);
        Account[] accounts = rows(size, this::account).toArray(Account[]::new);
        if (seed % 11 != 10) {
            company.accounts(accounts);
        }
        if (seed % 4 != 3) {
            company.activity(rows(size * 4, () -> new ActivityEvent(userId(), times.maybeAny(1)))
                    .toArray(ActivityEvent[]::new));
        }
        Payment[] payments = IntStream.range(0, size * 3)
                .mapToObj(i -> payment("p" + i, accounts))
                .toArray(Payment[]::new);
        if (seed % 12 != 8) {
            company.payments(payments);
        }
        if (seed % 3 == 2 && seed % 12 != 8) {
            company.refunds(rows(size, () -> refund(payments)).toArray(Refund[]::new));
        }
        if (seed % 5 != 4) {
            company.subscriptions(rows(size, this::subscription).toArray(Subscription[]::new));
        }
        company.planChanges(rows(size, () -> new PlanChange(userId(), plan(), plan(), times.maybeAny(3)))
                .toArray(PlanChange[]::new));
        company.surveys(rows(size, this::answer).toArray(SurveyAnswer[]::new));
        new RandomAutomation(seed, random, times, size).addTo(company);
        new RandomTrading(seed, random, times, size, decimalsOfQuantities).addTo(company);
        new RandomPlatform(seed, random, times, size).addTo(company);
        if (seed % 11 != 10 && seed % 3 == 2) {
            company.accounts(rows(size / 4, () -> again(any(accounts))).toArray(Account[]::new));
        }
        return company.build();
    }

    private void addOptions(Company.Builder company) {
        if (seed % 2 == 1) {
            company.lastActivityOnAccounts();
        } else {
            company.plansOnPayments();
        }
        if (seed % 10 != 4) {
            company.recurringFromPayments();
        }
        if (seed % 13 == 10) {
            company.paymentsWithoutUsers();
        }
        if (seed % 3 == 0) {
            company.refundsOnOwnRows();
        }
        if (seed % 5 != 1) {
            company.verifiedOnAccounts();
        }
        if (seed % 4 == 1) {
            company.plansOnSubscriptions();
        }
        if (seed % 6 == 5) {
            company.fixedCurrency("EUR"); // of two digits, as amounts of an unknown currency have here
        }
        if (seed % 7 == 0) {
            company.knownCurrencies();
        }
    }

    private static <R> Stream<R> rows(int howMany, Supplier<R> row) {
        return Stream.generate(row).limit(howMany);
    }

    private <E> E any(E[] values) {
        return values[random.nextInt(values.length)];
    }

    private Account account() {
        Instant lastActivity = times.maybeAny(10);
        boolean longAgo = seed % 8 == 3; // so that nobody was active since, and the past can be told
        boolean verified = nextAccount % 3 != 0;
        return new Account(
                "u" + nextAccount++,
                times.maybeAny(2),
                plan(),
                lastActivity == null || !longAgo ? lastActivity : times.before(NOW.minus(Duration.ofDays(31))),
                times.maybeAny(75),
                verified);
    }

    /** An account with the id of another, or none; of accounts of one id no two of one birth differ. */
    private Account again(Account account) {
        Instant createdAt = account.createdAt();
        Duration later = Duration.ofHours(1 + 7L * nextAccount++);
        int roll = random.nextInt(5);
        if (roll == 0) {
            return new Account(
                    account.id(),
                    createdAt,
                    account.plan(),
                    account.lastActivityAt(),
                    account.deletedAt(),
                    account.verified());
        }
        boolean hasNoDate = roll == 1 && createdAt != null;
        Instant born =
                createdAt == null ? NOW.minus(later) : roll == 2 ? createdAt.minus(later) : createdAt.plus(later);
        return new Account(
                roll == 3 ? null : account.id(),
                hasNoDate ? null : born,
                plan(),
                times.maybeAny(10),
                times.maybeAny(75),
                random.nextBoolean());
    }

    private @Nullable String userId() {
        int roll = random.nextInt(100);
        return roll < 2 ? null : roll < 8 ? "gone" + random.nextInt(5) : "u" + random.nextInt(size);
    }

    private @Nullable String payer() {
        int roll = random.nextInt(20);
        return roll < 2 ? null : roll == 2 ? "" : roll == 3 ? "  " : userId();
    }

    private @Nullable String plan() {
        int roll = random.nextInt(100);
        if (roll < 70) {
            return List.of("free", "pro", "team").get(random.nextInt(3));
        }
        if (roll < 90) {
            return hasManyNames(seed) ? "plan-" + random.nextInt(90) : "legacy";
        }
        return roll < 96 ? null : roll < 98 ? "" : "  ";
    }

    private @Nullable String currency() {
        return List.of("USD", "USD", "USD", "EUR", "JPY", "BTC", "SAT", "usd", " eur", "ZZZ", "")
                .get(random.nextInt(11));
    }

    private @Nullable BigDecimal amount(@Nullable String currency) {
        int roll = random.nextInt(100);
        if (roll < 3) {
            return null;
        }
        boolean told = currency != null && !currency.isBlank() && seed % 6 != 5;
        int digits =
                told ? CurrencyUnit.find(currency).map(CurrencyUnit::digits).orElse(2) : 2;
        long minor = roll < 6 ? 0 : roll < 16 ? random.nextLong(1_000_000_000_000_000_000L) : random.nextLong(100_000);
        return BigDecimal.valueOf(roll > 95 ? -minor : minor, digits);
    }

    private Payment payment(String id, Account[] accounts) {
        Account payer = accounts[random.nextInt(size)];
        boolean nearConversion = payer.createdAt() != null && random.nextInt(4) == 0;
        Instant createdAt = nearConversion && payer.createdAt() != null
                ? times.near(payer.createdAt().plus(Duration.ofDays(30)))
                : times.maybeAny(2);
        String currency = random.nextInt(50) == 0 ? null : currency();
        PaymentStatus status = random.nextInt(30) == 0 ? null : any(PaymentStatus.values());
        boolean refunded = refundsOnPayments && random.nextInt(3) == 0;
        return new Payment(
                id,
                nearConversion ? payer.id() : payer(),
                amount(currency),
                currency,
                status,
                createdAt,
                paidAt(createdAt, status),
                plan(),
                refunded ? amount(currency) : null,
                refunded ? times.maybeAny(30) : null);
    }

    private @Nullable Instant paidAt(@Nullable Instant createdAt, @Nullable PaymentStatus status) {
        int roll = random.nextInt(100);
        boolean open = status == PaymentStatus.FAILED || status == PaymentStatus.PENDING;
        if (roll < (open ? 80 : 3)) {
            return null;
        }
        return createdAt == null || roll > 85
                ? times.any()
                : roll > 60 ? createdAt.plusSeconds(random.nextInt(3 * 86_400)) : createdAt;
    }

    private Refund refund(Payment[] payments) {
        int roll = random.nextInt(100);
        Payment payment = payments[random.nextInt(payments.length)];
        String paymentId = roll < 2 ? null : roll < 5 ? "no" + roll : payment.id();
        return new Refund(
                paymentId,
                amount(payment.currency()),
                times.maybeAny(3),
                roll > 97 ? null : seed % 6 == 2 ? any(RefundStatus.values()) : RefundStatus.SUCCEEDED);
    }

    private Subscription subscription() {
        Instant startedAt = times.maybeAny(2);
        Instant endedAt = random.nextInt(2) == 0 || startedAt == null
                ? times.maybeAny(60)
                : startedAt.plusSeconds(random.nextInt(60 * 86_400));
        String currency = random.nextInt(50) == 0 ? null : currency();
        int roll = random.nextInt(100);
        return new Subscription(
                userId(),
                plan(),
                amount(currency),
                currency,
                roll < 3 ? null : any(BillingInterval.values()),
                random.nextInt(4) == 0 ? random.nextInt(14) - 1 : 1,
                startedAt,
                endedAt,
                roll > 96 ? null : any(SubscriptionStatus.values()),
                times.maybeAny(80),
                times.maybeAny(50),
                times.maybeAny(50));
    }

    private SurveyAnswer answer() {
        int roll = random.nextInt(100);
        return new SurveyAnswer(
                roll < 4 ? null : roll % 2 == 0 ? SurveyKind.NPS : SurveyKind.CSAT,
                random.nextInt(30) == 0 ? null : random.nextInt(13) - 1,
                times.maybeAny(3));
    }
}
