package io.axisor.metrics.testing.benchmarks.formulas;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;

/** Daily amounts, the same for the same number. */
final class Amounts {

    private Amounts() {}

    /** Profits and losses in cents, a few more profits. */
    static List<BigDecimal> pnl(int days) {
        SplittableRandom random = new SplittableRandom(2026);
        return random.ints(days, -9_500, 10_500)
                .mapToObj(cents -> BigDecimal.valueOf(cents, 2))
                .toList();
    }

    /** Prices in cents that rise and fall by up to a tenth, between one and a hundred. */
    static List<BigDecimal> prices(int days) {
        SplittableRandom random = new SplittableRandom(2026);
        double[] price = {10};
        return random.doubles(days, 0.9, 1.1)
                .mapToObj(change -> {
                    price[0] = Math.min(100, Math.max(1, price[0] * change));
                    return BigDecimal.valueOf(Math.round(price[0] * 100), 2);
                })
                .toList();
    }
}
