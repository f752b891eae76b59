package io.axisor.metrics.exporter.config;

import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.jdbc.CustomSqlMetric;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.jdbc.SchemaFaultsException;
import io.axisor.metrics.jdbc.SchemaProperties;
import io.axisor.metrics.jdbc.TimeKind;
import io.axisor.metrics.time.Window;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
        Map<String, FilledText> texts = node.get().flat();
        Map<String, String> values = new LinkedHashMap<>();
        texts.forEach((key, text) -> values.put(key, text.value()));
        try {
            return SchemaProperties.read(values);
        } catch (SchemaFaultsException e) {
            e.faults().forEach(fault -> place(node.get(), fault, texts.values()));
            return SchemaProperties.read(Map.of());
        }
    }

    private static void place(YamlNode schema, String fault, Collection<FilledText> texts) {
        Matcher begin = KEY.matcher(fault);
        String key = begin.lookingAt() ? begin.group() : "";
        String told = FilledText.told(fault.substring(key.length()), texts);
        schema.faultBelow(key, told.startsWith("'") ? key + ": " + told : key + told);
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
        List<Window> windows = node.values("windows", MappingReader::window);
        String[] tags = node.values("tags", Function.identity()).toArray(String[]::new);
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
            node.fault(
                    FilledText.told(String.valueOf(e.getMessage()), node.flat().values()));
            return Optional.empty();
        }
    }

    private static Window window(String text) {
        return Arrays.stream(Window.values())
                .filter(known -> known.key().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no window; known are "
                        + Arrays.stream(Window.values()).map(Window::key).collect(Collectors.joining(", "))));
    }
}
