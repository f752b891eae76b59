package io.axisor.metrics.testing.benchmarks.formulas;

import io.axisor.metrics.users.Cohort;
import io.axisor.metrics.users.RetentionRate;
import io.axisor.metrics.value.DurationHistogram;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import io.axisor.metrics.value.Statistic;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Formulas of counts: the rows were counted elsewhere. */
@State(Scope.Benchmark)
public class CountBenchmark {

    /** Written to by nobody, but not for the compiler to know. */
    private long size = 1_000_000;

    private long retained = 234_567;

    private final DurationHistogram durations = DurationHistogram.of(durations());

    private static List<Duration> durations() {
        return new SplittableRandom(2026)
                .ints(100_000, 1, 60_000)
                .mapToObj(Duration::ofMillis)
                .toList();
    }

    /** The share with its numerator and denominator. */
    @Benchmark
    public Finding<Ratio> retention() {
        return RetentionRate.of(new Cohort(size, retained));
    }

    /** A percentile from the buckets. */
    @Benchmark
    public Finding<BigDecimal> percentile() {
        return durations.seconds(Statistic.P95);
    }

    /** The walk over as many buckets, with their bounds at hand. */
    @Benchmark
    public int percentileLoop() {
        long rank = durations.number() * 95 / 100;
        long seen = 0;
        for (var bucket : durations.counts().entrySet()) {
            seen += bucket.getValue();
            if (seen > rank) {
                return bucket.getKey();
            }
        }
        return -1;
    }
}
