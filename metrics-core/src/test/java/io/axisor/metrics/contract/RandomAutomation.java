package io.axisor.metrics.contract;

import java.util.Random;

/** The automations and executions of a {@link RandomCompany}. */
@SuppressWarnings("UnusedVariable") // until there are rows
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

    void addTo(Company.Builder company) {}
}
