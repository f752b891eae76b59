package io.axisor.metrics.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a column that becomes a tag: a scrape is valid, and holds each value once. */
class OddTagValuesTest {

    /** What values are made of: whatever an encoding, a line format, or a comparison may take for something else. */
    private static final List<String> PIECES = List.of(
            "\uD800",
            "\uDBFF",
            "\uDC00",
            "\uDFFF",
            "?",
            "\uFFFD",
            "D800",
            "FFFD",
            "FF",
            "0",
            "\uD83D\uDE00",
            "é",
            "e\u0301",
            "E",
            "e",
            "ß",
            "ss",
            "İ",
            "i",
            "ﬁ",
            "fi",
            "\u0000",
            "\u0001",
            "\u001F",
            "\u007F",
            "\u0085",
            "\u00A0",
            "\u2028",
            "\u202E",
            "\uFEFF",
            "\uFFFF",
            "\n",
            "\r",
            "\r\n",
            "\t",
            " ",
            "\"",
            "\\",
            "\\n",
            "{",
            "}",
            ",",
            "=",
            "#",
            "'",
            "%",
            "$",
            "NaN",
            "plain");

    private final ShopDomain shop = new ShopDomain();
    private final MetricsRefresher refresher = shop.refresher();
    private final PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final SimpleMeterRegistry simple = new SimpleMeterRegistry();
    private final BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher);

    @AfterEach
    void close() {
        binder.close();
        refresher.close();
    }

    private static Map<String, Long> oddOrders(Random random) {
        Map<String, Long> orders = new LinkedHashMap<>();
        while (orders.size() < 40) {
            StringBuilder value = new StringBuilder();
            int pieces = random.nextInt(20) == 0 ? 5_000 : random.nextInt(4);
            for (int i = 0; i < pieces; i++) {
                value.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            orders.put(value.toString(), 1_000L + orders.size());
        }
        return orders;
    }

    private List<Double> measured() {
        return refresher.snapshot().find("orders", null).stream()
                .map(Measurement::value)
                .map(value -> value.orElseThrow().doubleValue())
                .sorted()
                .toList();
    }

    private static List<Double> gauges(MeterRegistry registry) {
        return registry.find("business.orders").gauges().stream()
                .map(gauge -> gauge.value())
                .sorted()
                .toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aScrapeIsValidAndHoldsEachValueOnce(long seed) {
        CompositeMeterRegistry composite = new CompositeMeterRegistry();
        SimpleMeterRegistry part = new SimpleMeterRegistry();
        composite.add(part);
        List.of(prometheus, simple, composite).forEach(binder::bindTo);
        Random random = new Random(seed);
        for (int round = 0; round < 5; round++) {
            Map<String, Long> orders = oddOrders(random);
            shop.hasOrders(orders);
            refresher.refresh();
            PrometheusText text = PrometheusText.parse(prometheus.scrape());

            assertThat(measured().stream().mapToDouble(Double::doubleValue).sum())
                    .as("seed %d, round %d: blank values are one, nothing is lost", seed, round)
                    .isEqualTo(orders.values().stream()
                            .mapToDouble(Long::doubleValue)
                            .sum());
            assertThat(measured()).as("seed %d, round %d", seed, round).hasSizeGreaterThan(30);
            assertThat(text.startingWith("business_orders").values().stream()
                            .sorted()
                            .toList())
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(measured());
            for (MeterRegistry registry : List.of(simple, composite, part)) {
                assertThat(gauges(registry))
                        .as("seed %d, round %d", seed, round)
                        .isEqualTo(measured());
            }
        }
    }

    @Test
    void halfAPairAndAQuestionMarkAreTwoSamples() {
        binder.bindTo(prometheus);
        shop.hasOrders(Map.of("a?", 1L, "a\uD800", 2L, "a\uDBFF", 3L, "a\uFFFD", 4L, "a\uFFFDD800", 5L));
        refresher.refresh();
        Map<String, Double> values = new TreeMap<>();
        PrometheusText.parse(prometheus.scrape())
                .startingWith("business_orders")
                .forEach((sample, value) -> values.put(sample.labels().get("channel"), value));

        assertThat(values)
                .isEqualTo(Map.of(
                        "a?", 1.0, "a\uFFFDD800", 2.0, "a\uFFFDDBFF", 3.0, "a\uFFFD", 4.0, "a\uFFFDFFFDD800", 5.0));
    }

    @Test
    void aSeriesKeepsItsPlaceWhateverItsTagsHold() {
        binder.bindTo(prometheus);
        shop.hasOrders(Map.of("a\uD800", 2L));
        refresher.refresh();
        shop.hasOrders(Map.of("a\uD800", 3L));
        refresher.refresh();

        assertThat(gauges(prometheus)).containsExactly(3.0);
    }

    @Test
    void tagsOfTheHostAreWrittenAlike() {
        try (BusinessMetricsBinder one = BusinessMetricsBinder.builder(refresher)
                        .tags(Tags.of("tenant", "t\uD800"))
                        .build();
                BusinessMetricsBinder other = BusinessMetricsBinder.builder(refresher)
                        .tags(Tags.of("tenant", "t?"))
                        .build()) {
            one.bindTo(prometheus);
            other.bindTo(prometheus);
            shop.hasOrders(Map.of("web", 7L));
            refresher.refresh();

            assertThat(PrometheusText.parse(prometheus.scrape())
                            .startingWith("business_orders")
                            .keySet())
                    .extracting(sample -> sample.labels().get("tenant"))
                    .containsExactlyInAnyOrder("t\uFFFDD800", "t?");
        }
    }

    @ParameterizedTest
    @CsvSource({"plain", "?", "\uFFFD", "\uFFFDdead", "\uD83D\uDE00", "tab\tand more"})
    void wellFormedTextStaysAsItIs(String text) {
        assertThat(WellFormedText.of(text)).isEqualTo(text);
    }

    @Test
    void differentTextsStayDifferentAndCanBeEncoded() {
        Random random = new Random(42);
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(7); j > 0; j--) {
                text.append(PIECES.get(random.nextInt(13)));
            }
            texts.add(text.toString());
        }
        Set<String> written = texts.stream().map(WellFormedText::of).collect(Collectors.toSet());

        assertThat(written)
                .hasSameSizeAs(texts)
                .allMatch(
                        text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(text));
    }
}
