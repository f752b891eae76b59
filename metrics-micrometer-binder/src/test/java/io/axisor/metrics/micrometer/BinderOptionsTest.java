package io.axisor.metrics.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.MetricsDomain;
import io.axisor.metrics.definition.DomainMetrics;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.source.InMemoryMetricsDataSource;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Statistic;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinderOptionsTest {

    private final MetricsRefresher refresher = new ShopDomain().refresher();

    private BusinessMetricsBinder.Builder builder() {
        return BusinessMetricsBinder.builder(refresher);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder()
                        .prefix("Acme-Shop")
                        .seriesCap(0)
                        .tags(Tags.of("channel", "x", "domain", "y"))
                        .withoutStandardLayout()
                        .build())
                .withMessageContaining("not 'Acme-Shop'")
                .withMessageContaining("seriesCap must be at least 1, not 0")
                .withMessageContaining("'channel' is a tag of orders")
                .withMessageContaining("'domain' is a tag of the refresh meters")
                .withMessageContaining("withoutStandardLayout needs another layout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"business", "acme.shop", "b2b.2x", "a"})
    void aPrefixIsDottedLowerCaseSegments(String prefix) {
        assertThatCode(() -> builder().prefix(prefix).build()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1x", "a.", ".a", "a..b", "a_b", "a-b", "é", "a:b", "A"})
    void otherPrefixesAreRefused(String prefix) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().prefix(prefix).build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plan", "currency", "check", "outcome", "domain", "automation", "state", "market", "feature"})
    void aTagOfAMetricCannotBeAnExtraTag(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().tags(Tags.of(key, "x")).build())
                .withMessageContaining("'" + key + "' is a tag of");
    }

    @Test
    void extraTagsThatOneLabelWouldBearAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> builder().tags(Tags.of("a.b", "x", "a_b", "y")).build())
                .withMessageContaining("both written 'a_b'");
    }

    @Test
    void extraTagsNeedAKeyAndAValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().tags(Tags.of("tenant", " ")).build())
                .withMessageContaining("'tenant'=' ' needs a key and a value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"series", "series.dropped", "refresh.up", "refresh.age"})
    void aMetricOfTheHostCannotHaveTheNameOfAMeterOfTheBinder(String key) {
        MetricsDomain domain = domainOf(
                MetricDefinition.of("own", key, new MetricUnit("things")).describedAs("words"));
        MetricsRefresher own = refresherOf(domain);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessMetricsBinder.of(own))
                .withMessageContaining("'" + key + "' has the name of a meter of the binder itself");
    }

    @Test
    void aMetricWithStatisticsHasTheNamesOfTheseAndNotThatOfItsKey() {
        MetricDefinition definition = MetricDefinition.of("own", "series", new MetricUnit("things"))
                .statistics(Statistic.MEAN, Statistic.MAX)
                .describedAs("words");

        assertThat(definition.names()).containsExactly("series.mean", "series.max");
        assertThatCode(() -> BusinessMetricsBinder.of(refresherOf(domainOf(definition)))
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void noMeterOfTheBinderHasANameThatAWindowOrAStatisticCouldMake() {
        assertThat(RefreshMeters.NAMES).allSatisfy(name -> {
            for (Window window : Window.values()) {
                assertThat(name).doesNotEndWith("." + window.segments());
            }
            for (Statistic statistic : Statistic.values()) {
                assertThat(name).doesNotEndWith("." + statistic.key());
            }
        });
    }

    @Test
    void aTagKeyWithDotsCollidesWithItsUnderscores() {
        MetricsDomain domain = domainOf(MetricDefinition.of("own", "things", new MetricUnit("things"))
                .tags("kind.of")
                .describedAs("words"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessMetricsBinder.builder(refresherOf(domain))
                        .tags(Tags.of("kind_of", "x"))
                        .build())
                .withMessageContaining("'kind_of' is a tag of things");
    }

    @Test
    void whatTheBuilderIsToldLaterDoesNotReachABinderThatIsBuilt() {
        BusinessMetricsBinder.Builder builder = builder();
        try (BusinessMetricsBinder binder = builder.build()) {
            builder.prefix("later");
            SimpleMeterRegistry registry = new SimpleMeterRegistry();
            binder.bindTo(registry);

            assertThat(registry.find("business.series").gauge()).isNotNull();
            assertThat(registry.find("later.series").gauge()).isNull();
        }
    }

    private static MetricsRefresher refresherOf(MetricsDomain domain) {
        return MetricsRefresher.builder(BusinessMetrics.builder(
                                InMemoryMetricsDataSource.builder().build(), ZoneOffset.UTC)
                        .domain(domain)
                        .build())
                .build();
    }

    private static MetricsDomain domainOf(MetricDefinition definition) {
        return new MetricsDomain() {
            @Override
            public String name() {
                return "own";
            }

            @Override
            public List<MetricDefinition> definitions() {
                return List.of(definition);
            }

            @Override
            public DomainMetrics measure(AsOf at, MeasurementRules rules) {
                return new DomainMetrics(name(), at, List.of());
            }
        };
    }
}
