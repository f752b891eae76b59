package io.axisor.metrics.testing.benchmarks.jmh;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** A run of JMH with its profiler of allocations: average times, in JVMs of their own unless brief. */
public final class JmhRun {

    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private final ChainedOptionsBuilder options = new OptionsBuilder()
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.NANOSECONDS)
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true);

    /**
     * A run of nothing yet.
     *
     * @param isBrief whether only to see that it runs: at once, in this JVM
     */
    public JmhRun(boolean isBrief) {
        if (isBrief) {
            options.forks(0)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .measurementTime(TimeValue.milliseconds(1))
                    .verbosity(VerboseMode.SILENT);
        } else {
            options.forks(2)
                    .warmupIterations(3)
                    .warmupTime(TimeValue.seconds(2))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.seconds(2))
                    .jvmArgsAppend("-Xms3g", "-Xmx3g");
        }
    }

    /**
     * Adds the benchmarks of a class.
     *
     * @param benchmarks the class
     * @return this
     */
    public JmhRun of(Class<?> benchmarks) {
        options.include(benchmarks.getName().replace(".", "\\.") + "\\.");
        return this;
    }

    /**
     * What a parameter of theirs is.
     *
     * @param name its name
     * @param values its values
     * @return this
     */
    public JmhRun with(String name, Collection<?> values) {
        options.param(name, values.stream().map(Object::toString).toArray(String[]::new));
        return this;
    }

    /**
     * Runs them.
     *
     * @return the scores, by the name of the method and the values of its parameters in the order of their names
     */
    public Map<String, Score> scores() {
        Map<String, Score> scores = new HashMap<>();
        try {
            for (RunResult result : new Runner(options.build()).run()) {
                scores.put(name(result), score(result));
            }
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH failed: " + e.getMessage(), e);
        }
        return scores;
    }

    private static String name(RunResult result) {
        StringBuilder name = new StringBuilder(result.getPrimaryResult().getLabel());
        result.getParams().getParamsKeys().stream()
                .sorted()
                .forEach(key -> name.append(' ').append(result.getParams().getParam(key)));
        return name.toString();
    }

    private static Score score(RunResult result) {
        return new Score(
                result.getPrimaryResult().getScore(),
                result.getPrimaryResult().getScoreError(),
                Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATION), ALLOCATION)
                        .getScore());
    }
}
