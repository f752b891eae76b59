package io.axisor.metrics.source;

import static io.axisor.metrics.definition.RowAxis.Time.BORN;
import static io.axisor.metrics.definition.RowAxis.Time.LOGGED;

import io.axisor.metrics.automation.AutomationDefinitions;
import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.definition.RowBasis;
import io.axisor.metrics.definition.RowSpan;
import io.axisor.metrics.platform.PlatformDefinitions;
import io.axisor.metrics.revenue.RevenueDefinitions;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.trading.TradingDefinitions;
import io.axisor.metrics.users.UserDefinitions;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table a source counts, with those of them that were left out: what any metric rests on, and what
 * {@code data.left.out} shows.
 */
public final class CountedSpans {

    private static final List<MetricDefinition> DEFINITIONS = Stream.of(
                    UserDefinitions.ALL,
                    RevenueDefinitions.ALL,
                    AutomationDefinitions.ALL,
                    TradingDefinitions.ALL,
                    PlatformDefinitions.ALL)
            .flatMap(Collection::stream)
            .toList();

    private CountedSpans() {}

    /**
     * The rows to count on an axis.
     *
     * @param axis the axis
     * @return the spans, each once; without the lifetime of a log
     */
    public static Set<RowSpan> of(RowAxis axis) {
        Set<RowSpan> spans = new LinkedHashSet<>();
        boolean isShown = axis.measure().isEmpty() && (axis.time() == BORN || axis.time() == LOGGED);
        if (isShown) {
            DataIssues.LEFT_OUT.windows().forEach(window -> spans.add(new RowSpan(axis, window, false)));
        }
        for (MetricDefinition definition : DEFINITIONS) {
            for (RowBasis basis : definition.restsOn()) {
                if (basis.axis().equals(axis)) {
                    windows(definition).forEach(window -> spans.add(basis.span(window)));
                }
            }
        }
        if (axis.time() == LOGGED) {
            spans.removeIf(span -> !span.isBounded());
        }
        return spans;
    }

    private static List<@Nullable Window> windows(MetricDefinition definition) {
        return definition.windows().isEmpty()
                ? Arrays.asList((Window) null)
                : List.<@Nullable Window>copyOf(definition.windows());
    }
}
