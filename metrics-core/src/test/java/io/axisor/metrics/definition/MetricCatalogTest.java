package io.axisor.metrics.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Statistic;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricCatalogTest {

    @Test
    void definitionsKeepTheirOrderAndAreFoundByKey() {
        MetricDefinition second = metric("b", "b.two");
        MetricDefinition first = metric("a", "a.one");
        MetricCatalog catalog = MetricCatalog.of(List.of(second, first));

        assertThat(catalog.definitions()).containsExactly(second, first);
        assertThat(catalog.find("a.one")).containsSame(first);
        assertThat(catalog.find("a")).isEmpty();
    }

    @Test
    void theSameKeyTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetricCatalog.of(List.of(metric("a", "baskets"), metric("b", "baskets"))))
                .withMessageContaining("'baskets' and 'baskets' would both be shown as baskets");
    }

    @Test
    void twoMetricsThatARegistryWouldConfuseAreRefusedWithBothKeys() {
        MetricDefinition windowed = metric("a", "baskets", Window.THIS_WEEK, Window.ROLLING_7D);
        MetricDefinition spelled = metric("a", "baskets.this.week");
        MetricDefinition alsoSpelled = metric("a", "baskets.7d");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetricCatalog.of(List.of(windowed, spelled, alsoSpelled)))
                .withMessageContaining("'baskets' and 'baskets.this.week' would both be shown as baskets.this.week")
                .withMessageContaining("'baskets' and 'baskets.7d' would both be shown as baskets.7d");
    }

    @Test
    void aMetricWithWindowsLeavesItsBareKeyToAnother() {
        assertThat(MetricCatalog.of(List.of(metric("a", "baskets", Window.TODAY), metric("a", "baskets.open")))
                        .definitions())
                .hasSize(2);
    }

    @Test
    void theDocumentHasATableForEachDomain() {
        MetricDefinition open = MetricDefinition.of("shop", "baskets.open", new MetricUnit("baskets"))
                .windows(Window.TODAY, Window.ROLLING_7D)
                .statistics(Statistic.MEAN, Statistic.P95)
                .tags("store", "size")
                .describedAs("Baskets nobody has paid for, 100% sure");

        assertThat(MetricCatalog.of(List.of(open, metric("stock", "pallets"), metric("shop", "returns")))
                        .toMarkdown())
                .isEqualTo("""

                        ## shop

                        | metric | unit | windows | statistics | tags | definition |
                        |---|---|---|---|---|---|
                        | `baskets.open` | baskets | today 7d | mean p95 | store, size | Baskets nobody has paid for, 100% sure |
                        | `returns` | rows |  |  |  | for a test |

                        ## stock

                        | metric | unit | windows | statistics | tags | definition |
                        |---|---|---|---|---|---|
                        | `pallets` | rows |  |  |  | for a test |
                        """);
    }

    private static MetricDefinition metric(String domain, String key, Window... windows) {
        return MetricDefinition.of(domain, key, MetricUnit.ROWS)
                .windows(windows)
                .describedAs("for a test");
    }
}
