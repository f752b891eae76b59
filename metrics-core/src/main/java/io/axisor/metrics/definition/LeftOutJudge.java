package io.axisor.metrics.definition;

import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges measurements by how many of the rows that they rest on were left out. */
final class LeftOutJudge {

    private final List<LeftOutRows> counted;
    private final Set<RowAxis> axes;
    private final LeftOutLimits limits;

    LeftOutJudge(List<LeftOutRows> counted, LeftOutLimits limits) {
        this.counted = counted;
        this.axes = counted.stream().map(rows -> rows.span().axis()).collect(Collectors.toSet());
        this.limits = limits;
    }

    /** What is to be borne in mind of a measurement, and why there is none where too many rows were left out. */
    record Verdict(Set<MeasurementFlag> flags, Optional<String> whyUndefined) {}

    Verdict verdict(MetricDefinition definition, @Nullable Window window) {
        Optional<LeftOutRows> most = mostLeftOut(definition, window);
        return new Verdict(
                most.filter(rows -> rows.exceeds(limits.flaggedAbove())).isPresent()
                        ? EnumSet.of(MeasurementFlag.LEFT_OUT)
                        : EnumSet.noneOf(MeasurementFlag.class),
                most.filter(rows -> rows.rows() >= limits.leastRows() && rows.exceeds(limits.undefinedAbove()))
                        .map(LeftOutRows::reason));
    }

    /** Of several tables the largest share decides. */
    private Optional<LeftOutRows> mostLeftOut(MetricDefinition definition, @Nullable Window window) {
        Set<RowSpan> spans = definition.restsOn().stream()
                .filter(basis -> basis.unless() == null || !axes.contains(basis.unless()))
                .map(basis -> basis.span(window))
                .collect(Collectors.toSet());
        return counted.stream()
                .filter(rows -> rows.rows() > 0 && spans.contains(rows.span()))
                .max(Comparator.comparingDouble(rows -> (double) rows.leftOut() / rows.rows()));
    }

    /** A measurement that was recorded without knowing these rows. */
    Measurement judge(Measurement measurement) {
        Verdict verdict = verdict(measurement.definition(), measurement.window().orElse(null));
        return isOfRows(measurement.status())
                ? measurement
                        .withFlags(verdict.flags())
                        .withFinding(finding -> verdict.whyUndefined()
                                .map(Finding::<BigDecimal>undefined)
                                .orElse(finding))
                : measurement;
    }

    /** Whether a finding is one of rows that were looked at, so that those left out may change it. */
    static boolean isOfRows(Status status) {
        return switch (status) {
            case OK, NO_DATA, UNDEFINED, STALE -> true;
            case UNAVAILABLE, FAILED -> false;
        };
    }
}
