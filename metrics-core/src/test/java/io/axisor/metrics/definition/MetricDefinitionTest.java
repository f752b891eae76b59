package io.axisor.metrics.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Statistic;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricDefinitionTest {

    @Test
    void aDefinitionSaysWhatItWasGiven() {
        MetricDefinition definition = MetricDefinition.of("shop", "baskets.open", new MetricUnit("baskets"))
                .windows(Window.TODAY, Window.ROLLING_7D)
                .tags("store", "size.class")
                .describedAs("Baskets nobody has paid for");

        assertThat(definition.domain()).isEqualTo("shop");
        assertThat(definition.key()).isEqualTo("baskets.open");
        assertThat(definition.unit().name()).isEqualTo("baskets");
        assertThat(definition.windows()).containsExactly(Window.TODAY, Window.ROLLING_7D);
        assertThat(definition.tagKeys()).containsExactly("store", "size.class");
        assertThat(definition.description()).isEqualTo("Baskets nobody has paid for");
        assertThat(definition).hasToString("baskets.open");
    }

    @Test
    void theNameIsKeyWindowAndStatisticAsSegments() {
        MetricDefinition definition = metric("users.new");
        Optional<Statistic> none = Optional.empty();

        assertThat(definition.name(Optional.of(Window.THIS_WEEK), none)).isEqualTo("users.new.this.week");
        assertThat(definition.name(Optional.of(Window.ROLLING_30D), none)).isEqualTo("users.new.30d");
        assertThat(definition.name(Optional.empty(), none)).isEqualTo("users.new");
        assertThat(definition.name(Optional.of(Window.ROLLING_24H), Optional.of(Statistic.P95)))
                .isEqualTo("users.new.24h.p95");
    }

    @Test
    void aMetricHasANameForEachWindowAndStatistic() {
        assertThat(metric("users.new").names()).containsExactly("users.new");
        assertThat(MetricDefinition.of("shop", "packing", MetricUnit.SECONDS)
                        .windows(Window.ROLLING_24H, Window.TODAY)
                        .statistics(Statistic.MEAN, Statistic.MAX)
                        .describedAs("How long packing takes")
                        .names())
                .containsExactly("packing.24h.mean", "packing.24h.max", "packing.today.mean", "packing.today.max");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Users",
                "users.",
                ".users",
                "users..new",
                "users_new",
                "users-new",
                "1users",
                "users new",
                "üser"
            })
    void aKeyThatIsNotDottedLowerCaseSegmentsIsRefused(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> metric(key))
                .withMessage("metric '" + key + "': the key must be dotted lower-case segments");
    }

    @ParameterizedTest
    @ValueSource(strings = {"total", "count", "sum", "info", "created", "bucket"})
    void aKeyThatEndsInWhatRegistriesReserveIsRefused(String ending) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> metric("users." + ending))
                .withMessageContaining("'users." + ending + "'")
                .withMessageContaining("must not end in '" + ending + "'");
        assertThatIllegalArgumentException().isThrownBy(() -> metric(ending));
        assertThat(metric(ending + ".users").key()).isEqualTo(ending + ".users");
        assertThat(metric("users.sub" + ending).key()).isEqualTo("users.sub" + ending);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        MetricDefinition.Builder builder =
                MetricDefinition.of("shop", "Baskets.total", MetricUnit.ROWS).tags("Store", "ok", "size class");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.describedAs(" "))
                .withMessageContaining("metric 'Baskets.total'")
                .withMessageContaining("the key must be dotted lower-case segments")
                .withMessageContaining("must not end in 'total'")
                .withMessageContaining("the tag key 'Store'")
                .withMessageContaining("the tag key 'size class'")
                .withMessageContaining("a description is missing")
                .withMessageNotContaining("'ok'");
    }

    private static MetricDefinition metric(String key) {
        return MetricDefinition.of("users", key, MetricUnit.USERS).describedAs("for a test");
    }
}
