package io.axisor.metrics.contract;

import java.util.Random;

/** The feature use, tickets and compliance requests of a {@link RandomCompany}. */
@SuppressWarnings("UnusedVariable") // until there are rows
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

    void addTo(Company.Builder company) {}
}
