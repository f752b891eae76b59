package io.axisor.metrics.trading.risk;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Exact amounts for tests, written or drawn. */
public final class Amounts {

    private Amounts() {}

    /** Of numbers with spaces between them; none of an empty text. */
    public static List<BigDecimal> of(String text) {
        return text.isBlank()
                ? List.of()
                : Stream.of(text.trim().split(" +")).map(BigDecimal::new).toList();
    }

    /** Draws gains, losses, zeros and ties, of 0 to 4 decimals. */
    public static List<BigDecimal> random(Random random, int count) {
        return Stream.generate(() -> BigDecimal.valueOf(random.nextInt(2001) - 1000, random.nextInt(5)))
                .limit(count)
                .map(amount -> random.nextInt(5) == 0 ? BigDecimal.ZERO : amount)
                .toList();
    }

    public static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
