package io.axisor.metrics.examples.quickstart.company;

import java.time.Duration;
import java.util.List;

/** Prices that wander, and days that are kind to traders or not. */
final class Markets {

    private final Chance chance;
    private final List<Market> all =
            List.of(new Market("BTC-USD", 64_000), new Market("ETH-USD", 3_100), new Market("SOL-USD", 150));
    private Duration sinceMood = Duration.ofDays(1);
    private double mood;

    Markets(Chance chance) {
        this.chance = chance;
    }

    /** A market, of which there are several. */
    static final class Market {
        final String name;
        private double price;

        Market(String name, double price) {
            this.name = name;
            this.price = price;
        }

        double price() {
            return Math.round(price * 100) / 100.0;
        }
    }

    /** Lets time pass: a yearly volatility of 60 %, and another mood every day. */
    void move(Duration time) {
        double years = time.toMillis() / (double) Duration.ofDays(365).toMillis();
        for (Market market : all) {
            market.price *= Math.exp(0.6 * Math.sqrt(years) * chance.normal());
        }
        sinceMood = sinceMood.plus(time);
        if (sinceMood.compareTo(Duration.ofDays(1)) >= 0) {
            sinceMood = Duration.ZERO;
            mood = 0.05 + chance.normal();
        }
    }

    /** One of the markets, the first more often than the others. */
    Market any() {
        return all.get(chance.isSo(0.6) ? 0 : chance.between(1, all.size() - 1));
    }

    /** What closing a position brings in, as a share of its amount: everybody wins or loses a little with the day. */
    double result() {
        return 0.015 * mood + 0.03 * chance.normal();
    }
}
