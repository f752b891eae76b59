package io.axisor.metrics.testing.benchmarks.formulas;

import io.axisor.metrics.trading.risk.MaximumDrawdown;
import io.axisor.metrics.trading.risk.RiskConventions;
import io.axisor.metrics.trading.risk.SharpeRatio;
import io.axisor.metrics.trading.risk.SortinoRatio;
import io.axisor.metrics.trading.risk.ValueAtRisk;
import io.axisor.metrics.trading.risk.Volatility;
import io.axisor.metrics.value.Finding;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Figures of risk, each beside the loop over the same amounts that one would write in doubles. */
@State(Scope.Benchmark)
public class RiskBenchmark {

    private static final RiskConventions CONVENTIONS = RiskConventions.DEFAULT;

    /** How many daily values. */
    @Param("1000")
    int values;

    private List<BigDecimal> pnl = List.of();
    private List<BigDecimal> prices = List.of();

    /** Makes the amounts up. */
    @Setup
    public void makeUp() {
        pnl = Amounts.pnl(values);
        prices = Amounts.prices(values);
    }

    /** The formula. */
    @Benchmark
    public Finding<BigDecimal> sharpe() {
        return SharpeRatio.ofAmounts(pnl, CONVENTIONS);
    }

    /** The loop. */
    @Benchmark
    public double sharpeLoop() {
        double sum = 0;
        double squares = 0;
        for (BigDecimal day : pnl) {
            double value = day.doubleValue();
            sum += value;
            squares += value * value;
        }
        double mean = sum / pnl.size();
        return mean / Math.sqrt((squares - sum * mean) / (pnl.size() - 1)) * Math.sqrt(365);
    }

    /** The formula. */
    @Benchmark
    public Finding<BigDecimal> sortino() {
        return SortinoRatio.ofAmounts(pnl, CONVENTIONS);
    }

    /** The loop. */
    @Benchmark
    public double sortinoLoop() {
        double sum = 0;
        double squares = 0;
        for (BigDecimal day : pnl) {
            double value = day.doubleValue();
            sum += value;
            squares += value < 0 ? value * value : 0;
        }
        return sum / pnl.size() / Math.sqrt(squares / pnl.size()) * Math.sqrt(365);
    }

    /** The formula. */
    @Benchmark
    public Finding<BigDecimal> drawdown() {
        return MaximumDrawdown.of(pnl);
    }

    /** The loop. */
    @Benchmark
    public double drawdownLoop() {
        double value = 0;
        double peak = 0;
        double deepest = 0;
        for (BigDecimal day : pnl) {
            value += day.doubleValue();
            peak = Math.max(peak, value);
            deepest = Math.max(deepest, peak - value);
        }
        return deepest;
    }

    /** The formula. */
    @Benchmark
    public Finding<BigDecimal> valueAtRisk() {
        return ValueAtRisk.of(pnl, CONVENTIONS);
    }

    /** The loop. */
    @Benchmark
    public double valueAtRiskLoop() {
        double[] ascending = new double[pnl.size()];
        int i = 0;
        for (BigDecimal day : pnl) {
            ascending[i++] = day.doubleValue();
        }
        Arrays.sort(ascending);
        double position = 0.05 * (ascending.length - 1);
        int below = (int) position;
        return -(ascending[below] + (position - below) * (ascending[below + 1] - ascending[below]));
    }

    /** The formula. */
    @Benchmark
    public Finding<BigDecimal> volatility() {
        return Volatility.of(prices, CONVENTIONS);
    }

    /** The loop. */
    @Benchmark
    public double volatilityLoop() {
        double sum = 0;
        double squares = 0;
        double before = Double.NaN;
        for (BigDecimal day : prices) {
            double price = day.doubleValue();
            if (!Double.isNaN(before)) {
                double change = Math.log(price / before);
                sum += change;
                squares += change * change;
            }
            before = price;
        }
        int changes = prices.size() - 1;
        return Math.sqrt((squares - sum * sum / changes) / (changes - 1)) * Math.sqrt(365);
    }
}
