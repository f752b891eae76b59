package io.axisor.metrics.examples.quickstart.company;

import java.time.Duration;
import java.util.Random;

/** The dice. The same seed rolls the same numbers on every machine. */
final class Chance {

    private static final double MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    /** Whether something that happens so many times a day, on average, does within the time. */
    boolean happens(double timesPerDay, Duration within) {
        return random.nextDouble() < -Math.expm1(-timesPerDay * within.toMillis() / MILLIS_PER_DAY);
    }

    /** How many times something that happens so many times a day does within the time (a Poisson number; Knuth's way). */
    int times(double timesPerDay, Duration within) {
        double limit = Math.exp(-timesPerDay * within.toMillis() / MILLIS_PER_DAY);
        double product = random.nextDouble();
        int times = 0;
        while (product > limit) {
            product *= random.nextDouble();
            times++;
        }
        return times;
    }

    /** Whether something of this probability is so. */
    boolean isSo(double probability) {
        return random.nextDouble() < probability;
    }

    /** A time between none and the longest, to the millisecond. */
    Duration upTo(Duration longest) {
        return Duration.ofMillis((long) (random.nextDouble() * longest.toMillis()));
    }

    /** A whole number between both, both included. */
    int between(int lowest, int highest) {
        return lowest + random.nextInt(highest - lowest + 1);
    }

    /** Any of them. */
    <T> T oneOf(T[] all) {
        return all[random.nextInt(all.length)];
    }

    /** A number of the standard normal distribution. */
    double normal() {
        return random.nextGaussian();
    }

    /** A factor whose median is 1 and which is now and then much more (a log-normal number). */
    double skewed(double sigma) {
        return Math.exp(sigma * normal());
    }

    /** A time around the usual one, now and then much longer. */
    Duration about(Duration usual) {
        return Duration.ofMillis((long) (usual.toMillis() * skewed(0.7)));
    }
}
