package io.axisor.metrics.examples.exporter.config;

import io.axisor.metrics.jdbc.CustomSqlMetric;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.jdbc.SchemaFaultsException;
import io.axisor.metrics.jdbc.SchemaProperties;
import io.axisor.metrics.jdbc.TimeKind;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.MetricDefinition;
import io.axisor.metrics.value.MetricUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which tables hold what, and the metrics that are SQL. */
final class MappingReader {

    private static final Pattern KEY = Pattern.compile("[\\w.\\[\\]-]+");

    private MappingReader() {}

    /** The mapping, its keys those of {@link SchemaProperties}. */
    static MetricsSchema schema(Optional<YamlNode> node) {
        if (node.isEmpty()) {
            return SchemaProperties.read(Map.of());
        }
        node.get().named();
        try {
            return SchemaProperties.read(node.get().flat());
        } catch (SchemaFaultsException e) {
            e.faults().forEach(fault -> place(node.get(), fault));
            return SchemaProperties.read(Map.of());
        }
    }

    private static void place(YamlNode schema, String fault) {
        Matcher key = KEY.matcher(fault);
        schema.faultBelow(key.lookingAt() ? key.group() : "", fault);
    }

    /** The metrics, by domain. */
    static Map<String, List<CustomSqlMetric>> metrics(Optional<YamlNode> node) {
        Map<String, List<CustomSqlMetric>> metrics = new LinkedHashMap<>();
        node.ifPresent(domains -> domains.named()
                .forEach((domain, list) -> metrics.put(
                        domain,
                        list.elements().stream()
                                .flatMap(metric -> metric(domain, metric).stream())
                                .toList())));
        return metrics;
    }

    private static Optional<CustomSqlMetric> metric(String domain, YamlNode node) {
        Optional<String> key = node.required("key");
        Optional<String> unit = node.required("unit");
        Optional<String> description = node.required("description");
        Optional<String> select = node.required("select");
        List<Window> windows = node.texts("windows").stream()
                .flatMap(text -> window(node, text).stream())
                .toList();
        String[] tags = node.texts("tags").toArray(String[]::new);
        Optional<TimeKind> times = node.find("times", TimeKind::parse);
        node.rejectUnknown();
        if (key.isEmpty() || unit.isEmpty() || description.isEmpty() || select.isEmpty()) {
            return Optional.empty();
        }
        try {
            MetricDefinition definition = MetricDefinition.of(domain, key.get(), new MetricUnit(unit.get()))
                    .windows(windows.toArray(Window[]::new))
                    .tags(tags)
                    .describedAs(description.get());
            CustomSqlMetric metric = CustomSqlMetric.of(definition, select.get());
            return Optional.of(times.map(metric::times).orElse(metric));
        } catch (IllegalArgumentException e) {
            node.fault(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static Optional<Window> window(YamlNode node, String text) {
        Optional<Window> window = Arrays.stream(Window.values())
                .filter(known -> known.key().equals(text))
                .findFirst();
        if (window.isEmpty()) {
            node.fault("'" + text + "' is no window; known are "
                    + Arrays.stream(Window.values()).map(Window::key).collect(Collectors.joining(", ")));
        }
        return window;
    }
}
