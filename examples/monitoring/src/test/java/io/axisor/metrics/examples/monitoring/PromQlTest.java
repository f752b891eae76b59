package io.axisor.metrics.examples.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.examples.monitoring.PromQl.Matcher;
import io.axisor.metrics.examples.monitoring.PromQl.Selector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PromQlTest {

    @Test
    void selectorsAreFoundWithTheirMatchersAndTheAggregationThatTheyStandIn() {
        PromQl promQl = PromQl.parse("""
                sum without (state) (max by (job, state) (a_b{state=~"x|y,}", job="$job"})) / 0.5e3
                  and on () time() - delta(c:d:max{}[7d]) > bool 1
                  unless count(e offset 1d == 0) by (f)
                """);

        assertThat(promQl.selectors())
                .containsExactly(
                        new Selector(
                                "a_b",
                                List.of(new Matcher("state", "=~", "x|y,}"), new Matcher("job", "=", "$job")),
                                "max"),
                        new Selector("c:d:max", List.of(), ""),
                        new Selector("e", List.of(), "count"));
        assertThat(promQl.groupingLabels()).containsExactly("state", "job", "state", "f");
    }

    @Test
    void aSelectorFindsASeriesWhoseLabelsFit() {
        Series series = new Series("a", Map.of("state", "new"));

        assertThat(selector("a{state=\"new\", job=\"$job\"}").finds(series)).isTrue();
        assertThat(selector("a{state=~\"new|old\"}").finds(series)).isTrue();
        assertThat(selector("a{state!=\"old\"}").finds(series)).isTrue();
        assertThat(selector("a{state!~\"ne.*\"}").finds(series)).isFalse();
        assertThat(selector("a{state=\"old\"}").finds(series)).isFalse();
        assertThat(selector("a{plan!=\"old\"}").finds(series)).isFalse();
        assertThat(selector("b").finds(series)).isFalse();
    }

    private static Selector selector(String expression) {
        return PromQl.parse(expression).selectors().get(0);
    }
}
