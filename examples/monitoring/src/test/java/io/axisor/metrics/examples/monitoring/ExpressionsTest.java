package io.axisor.metrics.examples.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.axisor.metrics.examples.monitoring.PromQl.Selector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of all expressions, those of the rules and those of the dashboards. */
class ExpressionsTest {

    private static final Set<Series> SERIES = RuleFile.withRecorded(ExposedSeries.OF_ALL_COMPANIES);

    private static Stream<Expression> expressions() {
        return Stream.concat(
                RuleFile.expressions().stream(),
                Dashboard.all().flatMap(dashboard -> dashboard.expressions().stream()));
    }

    private static List<Series> found(Selector selector) {
        return SERIES.stream().filter(selector::finds).toList();
    }

    @Test
    void prometheusParsesAll(@TempDir Path folder) throws Exception {
        List<Map<String, String>> rules = expressions()
                .map(expression -> Map.of("record", "some:record", "expr", expression.withoutVariables()))
                .distinct()
                .toList();
        Path file = folder.resolve("expressions.yml");
        write(file, Map.of("groups", List.of(Map.of("name", "expressions", "rules", rules))));

        Promtool.passes("check", "rules", "--lint=none", file.toString());
    }

    private static void write(Path file, Object json) throws IOException {
        Files.writeString(file, new ObjectMapper().writeValueAsString(json));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void namesOnlySeriesThatAreThere(Expression expression) {
        assertThat(expression.selectors())
                .isNotEmpty()
                .allSatisfy(selector ->
                        assertThat(found(selector)).as("%s", selector).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void groupsOnlyByLabelsThatAreThere(Expression expression) {
        Set<String> labels = new HashSet<>(Series.LABELS_OF_TARGETS);
        expression
                .selectors()
                .forEach(selector -> found(selector)
                        .forEach(series -> labels.addAll(series.labels().keySet())));

        assertThat(PromQl.parse(expression.text()).groupingLabels()).isSubsetOf(labels);
    }

    /** Each replica reports the same figure; attempts to refresh are its own, and the rules record no replicas. */
    @ParameterizedTest
    @MethodSource("expressions")
    void takesTheMaximumOfReplicas(Expression expression) {
        assertThat(expression.selectors())
                .filteredOn(selector -> !selector.name().startsWith("business_refresh_")
                        && !selector.name().contains(":"))
                .allSatisfy(selector -> assertThat(selector.aggregation()).isEqualTo("max"));
    }
}
