package io.axisor.metrics.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusTextTest {

    private static final String SOUND = "# HELP a_b words\n# TYPE a_b gauge\n";

    @Test
    void readsNamesLabelsAndValues() {
        PrometheusText text = PrometheusText.parse(SOUND + "a_b{x=\"1\",y=\"q\\\"b\\\\n\\n\"} 1.5E9\na_b NaN\n");

        assertThat(text.value("a_b", Map.of("x", "1", "y", "q\"b\\n\n"))).isEqualTo(1.5e9);
        assertThat(text.value("a_b", Map.of())).isNaN();
        assertThat(text.help("a_b")).isEqualTo("words");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a_b 1\n",
                SOUND + "a_b 1",
                SOUND + "a_b{x=\"1\"} 1\na_b{x=\"1\"} 2\n",
                SOUND + "a_b{x=\"1\",x=\"2\"} 1\n",
                SOUND + "a_b{x.y=\"1\"} 1\n",
                SOUND + "a_b{x=\"\\t\"} 1\n",
                SOUND + "a_b{x=\"1\"}1\n",
                SOUND + "a_b one\n",
                SOUND + "a.b 1\n",
                SOUND + "a_b_other 1\n",
                SOUND + "# TYPE a_b gauge\n",
                SOUND + "# HELP a_b words\n",
                SOUND + "a_b 1\n# TYPE c gauge\nc 1\n# TYPE a_b gauge\n",
                "# TYPE a_b speed\na_b 1\n",
            })
    void refusesWhatIsMalformed(String text) {
        assertThatThrownBy(() -> PrometheusText.parse(text)).isInstanceOf(AssertionError.class);
    }
}
