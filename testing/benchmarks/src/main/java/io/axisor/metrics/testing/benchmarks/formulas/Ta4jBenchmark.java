package io.axisor.metrics.testing.benchmarks.formulas;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseTradingRecord;
import org.ta4j.core.Trade;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.criteria.MaximumDrawdownCriterion;
import org.ta4j.core.criteria.ValueAtRiskCriterion;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;

/** The criteria of ta4j that a formula here has an equal of: one position held through a series of daily prices, in doubles. */
@State(Scope.Benchmark)
public class Ta4jBenchmark {

    private static final ZonedDateTime FIRST = ZonedDateTime.of(1000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    /** How many daily values. */
    @Param("1000")
    int values;

    private BarSeries series = new BaseBarSeries();
    private TradingRecord record = new BaseTradingRecord();

    /** Makes the prices up and holds them from the first to the last. */
    @Setup
    public void makeUp() {
        List<BigDecimal> prices = Amounts.prices(values);
        series = new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).build();
        for (int i = 0; i < values; i++) {
            Num price = series.numOf(prices.get(i));
            series.addBar(Duration.ofDays(1), FIRST.plusDays(i), price, price, price, price, series.one());
        }
        int last = series.getEndIndex();
        record = new BaseTradingRecord(Trade.buyAt(0, series), Trade.sellAt(last, series));
    }

    /** The largest fall of what is held, relative to its peak. */
    @Benchmark
    public Num drawdown() {
        return new MaximumDrawdownCriterion().calculate(series, record);
    }

    /** The loss of a day that is exceeded on one day out of twenty. */
    @Benchmark
    public Num valueAtRisk() {
        return new ValueAtRiskCriterion(0.95).calculate(series, record);
    }
}
