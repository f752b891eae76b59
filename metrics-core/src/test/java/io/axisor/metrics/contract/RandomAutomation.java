package io.axisor.metrics.contract;

import io.axisor.metrics.automation.AutomationCatalogue;
import io.axisor.metrics.source.row.Automation;
import io.axisor.metrics.source.row.Execution;
import io.axisor.metrics.value.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The automations and executions of a {@link RandomCompany}: one row in ten or so is dirty, in one way or another. */
final class RandomAutomation {

    private final long seed;
    private final Random random;
    private final RandomTimes times;
    private final int size;

    RandomAutomation(long seed, Random random, RandomTimes times, int size) {
        this.seed = seed;
        this.random = random;
        this.times = times;
        this.size = size;
    }

    void addTo(Company.Builder company) {
        if (seed % 3 == 0) {
            company.automationTypes(
                    AutomationCatalogue.DEFAULT.withKnown("dca", "idle").withMarginGuard("margin_guard", "stop_loss"));
        }
        if (seed % 6 != 4) {
            company.automations(IntStream.range(0, size * 2)
                    .mapToObj(i -> automation("x" + i))
                    .toArray(Automation[]::new));
        }
        if (seed % 10 != 7) {
            company.executions(
                    IntStream.range(0, size * 8).mapToObj(i -> execution()).toArray(Execution[]::new));
        }
    }

    private Automation automation(String id) {
        int roll = random.nextInt(100);
        String owner = roll < 4 ? null : roll < 10 ? "gone" + random.nextInt(5) : "u" + random.nextInt(size);
        return new Automation(id, owner, type(), random.nextInt(3) > 0, times.maybeAny(4));
    }

    private @Nullable String type() {
        int roll = random.nextInt(100);
        if (roll < 60) {
            return List.of("dca", "grid", "margin_guard", "stop_loss").get(random.nextInt(4));
        }
        if (roll < 90) {
            return RandomCompany.hasManyNames(seed) ? "type-" + random.nextInt(90) : "twap";
        }
        return roll < 96 ? null : roll < 98 ? "" : "  ";
    }

    private Execution execution() {
        int roll = random.nextInt(100);
        String automationId = roll < 3 ? null : roll < 8 ? "no" + roll : "x" + random.nextInt(size * 2);
        Instant startedAt = times.maybeAny(3);
        Outcome[] outcomes = Outcome.values();
        return new Execution(automationId, outcomes[random.nextInt(outcomes.length)], startedAt, finishedAt(startedAt));
    }

    private @Nullable Instant finishedAt(@Nullable Instant startedAt) {
        int roll = random.nextInt(100);
        if (roll < 15) {
            return null;
        }
        if (startedAt == null || roll < 20) {
            return times.any();
        }
        if (roll < 25) {
            return startedAt;
        }
        return roll < 28 ? times.near(startedAt) : times.after(startedAt);
    }
}
