package io.axisor.metrics.contract;

import io.axisor.metrics.source.row.MarketTrade;
import io.axisor.metrics.source.row.Trade;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Money;
import io.axisor.metrics.value.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The trades and a market log of a {@link RandomCompany}: one row in ten or so is dirty, profits are in one currency in
 * some companies and in several in others, and timestamps that crowd make many prices of one instant.
 */
final class RandomTrading {

    private final long seed;
    private final Random random;
    private final RandomTimes times;
    private final int size;
    private final int decimalsOfQuantities;

    RandomTrading(long seed, Random random, RandomTimes times, int size, int decimalsOfQuantities) {
        this.seed = seed;
        this.random = random;
        this.times = times;
        this.size = size;
        this.decimalsOfQuantities = decimalsOfQuantities;
    }

    void addTo(Company.Builder company) {
        if (seed % 4 == 3) {
            // little, so that some days begin with nothing left
            company.capital(money("USD", "900"), money("EUR", "900"), money("JPY", "40000"));
        } else if (seed % 4 != 2) {
            company.capital(money("USD", "2500000"), money("EUR", "1000000"));
        }
        if (seed % 9 != 4) {
            company.trades(IntStream.range(0, size * 4).mapToObj(i -> trade()).toArray(Trade[]::new));
        }
        if (seed % 2 == 0) {
            company.marketLog(
                    IntStream.range(0, size * 3).mapToObj(i -> marketTrade()).toArray(MarketTrade[]::new));
        }
    }

    private static Money money(String currency, String amount) {
        return new Money(new BigDecimal(amount), CurrencyUnit.of(currency));
    }

    private Trade trade() {
        String currency = random.nextInt(60) == 0 ? null : currency();
        return new Trade(
                times.maybeAny(2),
                outcome(),
                amount(digits(currency)),
                currency,
                type(),
                pnl(digits(currency)),
                market(),
                price());
    }

    private Outcome outcome() {
        int roll = random.nextInt(100);
        return roll < 70 ? Outcome.SUCCEEDED : roll < 90 ? Outcome.FAILED : Outcome.OTHER;
    }

    private String currency() {
        List<String> told = seed % 3 == 0
                ? List.of("USD", "USD", "EUR", "JPY", "BTC", "SAT", "usd", " eur", "ZZZ")
                : List.of("USD", "USD", "USD", "USD", "usd", " USD", "Usd ", "USD", "ZZZ");
        return random.nextInt(60) == 0 ? "" : told.get(random.nextInt(told.size()));
    }

    /** Of an unknown currency, and of any where the company has a fixed one, two. */
    private int digits(@Nullable String currency) {
        return currency == null || seed % 6 == 5
                ? 2
                : CurrencyUnit.find(currency).map(CurrencyUnit::digits).orElse(2);
    }

    private @Nullable BigDecimal amount(int digits) {
        int roll = random.nextInt(100);
        if (roll < 3) {
            return null;
        }
        long minor = roll < 6 ? 0 : roll < 9 ? random.nextLong(1_000_000_000_000_000_000L) : random.nextLong(100_000);
        return BigDecimal.valueOf(roll > 96 ? -minor : minor, digits);
    }

    private @Nullable BigDecimal pnl(int digits) {
        int roll = random.nextInt(100);
        long usual = seed % 8 == 3 ? 11_000 : 9_000; // some lose more than they have
        return roll < 30 ? null : BigDecimal.valueOf(roll < 35 ? 0 : random.nextLong(20_000) - usual, digits);
    }

    private @Nullable String type() {
        int roll = random.nextInt(100);
        if (roll < 60) {
            return List.of("dca", "grid", "margin_guard", "manual").get(random.nextInt(4));
        }
        if (roll < 75) {
            return RandomCompany.hasManyNames(seed) ? "type-" + random.nextInt(90) : "twap";
        }
        return roll < 96 ? null : roll < 98 ? "" : "  ";
    }

    private @Nullable String market() {
        int roll = random.nextInt(100);
        if (roll < 90) {
            return seed % 5 == 1
                    ? "market-" + random.nextInt(70)
                    : List.of("BTC-USD", "ETH-USD", "btc-usd").get(random.nextInt(3));
        }
        return roll < 94 ? "SOL-USD" : roll < 97 ? null : roll < 98 ? "" : "  ";
    }

    private @Nullable BigDecimal price() {
        int roll = random.nextInt(100);
        if (roll < 8) {
            return null;
        }
        return roll < 10 ? BigDecimal.ZERO : BigDecimal.valueOf(roll < 12 ? -5 : 1 + random.nextInt(2_000_000), 4);
    }

    private MarketTrade marketTrade() {
        return new MarketTrade(market(), amount(decimalsOfQuantities), price(), times.maybeAny(3));
    }
}
