package io.axisor.metrics.micrometer;

import static io.axisor.metrics.micrometer.Meters.valuesByTag;
import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.refresh.MetricsRefresher;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeriesCapTest {

    private final ShopDomain shop = new ShopDomain();
    private final MetricsRefresher refresher = shop.refresher();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final BusinessMetricsBinder binder =
            BusinessMetricsBinder.builder(refresher).seriesCap(2).build();

    @BeforeEach
    void bind() {
        binder.bindTo(registry);
    }

    @AfterEach
    void close() {
        binder.close();
        refresher.close();
    }

    private void refreshedWith(Map<String, Long> orders) {
        shop.hasOrders(orders);
        refresher.refresh();
    }

    private void assertShown(int shown, int dropped) {
        assertThat(registry.get("business.series").gauge().value()).isEqualTo(shown);
        assertThat(registry.get("business.series.dropped").gauge().value()).isEqualTo(dropped);
    }

    @Test
    void belowTheCapNothingIsDropped() {
        refreshedWith(Map.of("a", 1L, "b", 2L));

        assertShown(2, 0);
    }

    @Test
    void beyondTheCapTheFirstInOrderAreShown() {
        refreshedWith(Map.of("d", 4L, "b", 2L, "a", 1L, "c", 3L));

        assertThat(valuesByTag(registry, "business.orders", "channel")).isEqualTo(Map.of("a", 1.0, "b", 2.0));
        assertShown(2, 2);
    }

    @Test
    void whatIsShownKeepsItsPlaceAgainstWhatComesBeforeIt() {
        refreshedWith(Map.of("m", 1L, "n", 2L));
        refreshedWith(Map.of("a", 9L, "m", 3L, "n", 4L));

        assertThat(valuesByTag(registry, "business.orders", "channel")).isEqualTo(Map.of("m", 3.0, "n", 4.0));
        assertShown(2, 1);
    }

    @Test
    void aPlaceThatIsFreeGoesToTheNextInOrder() {
        refreshedWith(Map.of("m", 1L, "n", 2L, "o", 3L));
        refreshedWith(Map.of("n", 2L, "o", 3L, "p", 4L));

        assertThat(valuesByTag(registry, "business.orders", "channel")).isEqualTo(Map.of("n", 2.0, "o", 3.0));
        assertShown(2, 1);
    }

    @Test
    void nothingIsCountedAsDroppedOnceItIsGone() {
        refreshedWith(Map.of("a", 1L, "b", 2L, "c", 3L));
        refreshedWith(Map.of("a", 1L));

        assertShown(1, 0);
        assertThat(valuesByTag(registry, "business.orders", "channel")).isEqualTo(Map.of("a", 1.0));
    }

    @Test
    void nothingAtAllIsAZeroOfNoValue() {
        refreshedWith(Map.of("a", 1L, "b", 2L, "c", 3L));
        refreshedWith(Map.of());

        assertShown(1, 0);
        assertThat(valuesByTag(registry, "business.orders", "channel")).isEqualTo(Map.of("unspecified", 0.0));
    }
}
