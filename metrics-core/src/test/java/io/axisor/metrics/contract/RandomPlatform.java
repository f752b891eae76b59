package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.SourceUnderTest.NOW;

import io.axisor.metrics.source.row.ComplianceRequest;
import io.axisor.metrics.source.row.FeatureUse;
import io.axisor.metrics.source.row.SupportTicket;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The feature use, tickets and compliance requests of a {@link RandomCompany}. */
final class RandomPlatform {

    private final long seed;
    private final Random random;
    private final RandomTimes times;
    private final int size;

    RandomPlatform(long seed, Random random, RandomTimes times, int size) {
        this.seed = seed;
        this.random = random;
        this.times = times;
        this.size = size;
    }

    void addTo(Company.Builder company) {
        if (seed % 3 != 0) {
            company.knownFeatures("search", "export");
        }
        if (seed % 7 != 6) {
            company.featureUse(rows(size * 3, this::use).toArray(FeatureUse[]::new));
        }
        if (seed % 8 != 7) {
            company.tickets(rows(size * 2, this::ticket).toArray(SupportTicket[]::new));
        }
        if (seed % 9 != 8) {
            company.complianceRequests(rows(size, this::request).toArray(ComplianceRequest[]::new));
        }
    }

    private static <R> Stream<R> rows(int howMany, Supplier<R> row) {
        return Stream.generate(row).limit(howMany);
    }

    private FeatureUse use() {
        String user = random.nextInt(100) < 4 ? null : "u" + random.nextInt(size);
        return new FeatureUse(feature(), user, times.maybeAny(4));
    }

    private @Nullable String feature() {
        int roll = random.nextInt(100);
        boolean many = RandomCompany.hasManyNames(seed);
        if (roll < (many ? 30 : 60)) {
            return List.of("search", "export", "import", "unused").get(random.nextInt(seed % 2 == 0 ? 3 : 4));
        }
        if (roll < 85) {
            return many ? "feature-" + random.nextInt(90) : "beta";
        }
        return roll < 90 ? null : roll < 95 ? "" : "  ";
    }

    private SupportTicket ticket() {
        Instant opened = times.maybeAny(2);
        Instant answered = random.nextInt(4) == 0 ? null : after(opened, 3 * 86_400);
        Instant resolved = random.nextInt(3) == 0 ? null : after(opened, 20 * 86_400);
        return new SupportTicket(
                opened,
                answered,
                resolved,
                due(resolved),
                random.nextInt(3) == 0 ? null : random.nextInt(20) == 0 ? 6 - 6 * random.nextInt(2) : score());
    }

    private int score() {
        return 1 + random.nextInt(5);
    }

    private ComplianceRequest request() {
        Instant requested = times.maybeAny(3);
        Instant completed = random.nextInt(3) == 0 ? null : after(requested, 40 * 86_400);
        return new ComplianceRequest(kind(), requested, due(completed), completed);
    }

    private @Nullable String kind() {
        int roll = random.nextInt(100);
        boolean many = RandomCompany.hasManyNames(seed);
        if (roll < (many ? 30 : 80)) {
            return List.of("access", "erasure", "portability").get(random.nextInt(3));
        }
        if (roll < 92) {
            return many ? "kind-" + random.nextInt(70) : "access";
        }
        return roll < 96 ? null : roll < 98 ? "" : "  ";
    }

    /** Mostly some time after an instant, sometimes at it, a tick off it, or whenever, maybe before it. */
    private Instant after(@Nullable Instant instant, int mostSeconds) {
        int roll = random.nextInt(100);
        if (instant == null || roll < 8) {
            return times.any();
        }
        if (roll < 14) {
            return instant;
        }
        return roll < 20 ? times.near(instant) : times.near(instant.plusSeconds(1 + random.nextInt(mostSeconds)));
    }

    /** None, at an instant or a tick off it, or whenever, maybe far in the future. */
    private @Nullable Instant due(@Nullable Instant done) {
        int roll = random.nextInt(100);
        if (roll < 30) {
            return null;
        }
        if (roll < 60 && done != null) {
            return times.near(done);
        }
        return roll < 90 ? times.any() : NOW.plusSeconds(random.nextInt(900 * 86_400));
    }
}
