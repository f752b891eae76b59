package io.axisor.metrics.definition;

import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Statistic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All metrics of an application, its own among them: each key once, and no two that a registry would confuse. */
public final class MetricCatalog {

    private final Map<String, MetricDefinition> definitions;

    private MetricCatalog(Map<String, MetricDefinition> definitions) {
        this.definitions = definitions;
    }

    /**
     * A catalogue of definitions, in their order.
     *
     * @param definitions the definitions
     * @return the catalogue
     * @throws IllegalArgumentException naming the keys, if two definitions have names that a registry cannot tell apart
     */
    public static MetricCatalog of(Collection<MetricDefinition> definitions) {
        Map<String, MetricDefinition> byKey = new LinkedHashMap<>();
        Map<String, String> keyByName = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        for (MetricDefinition definition : definitions) {
            byKey.put(definition.key(), definition);
            for (String name : definition.names()) {
                String other = keyByName.put(inRegistries(name, definition.unit()), definition.key());
                if (other != null) {
                    faults.add("'" + other + "' and '" + definition.key() + "' would both be shown as " + name);
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("metrics need names of their own: " + String.join("; ", faults));
        }
        return new MetricCatalog(byKey);
    }

    /** Registries write dots as underscores, and put the base units of ratios and durations behind the name. */
    private static String inRegistries(String name, MetricUnit unit) {
        String snake = name.replace('.', '_');
        String suffix = unit.isBaseUnit() ? "_" + unit.name() : "";
        return snake.endsWith(suffix) ? snake : snake + suffix;
    }

    /**
     * The definitions, in the order in which they were given.
     *
     * @return an immutable list
     */
    public List<MetricDefinition> definitions() {
        return List.copyOf(definitions.values());
    }

    /**
     * A definition by its key.
     *
     * @param key such as {@code users.active}
     * @return the definition; empty if there is none
     */
    public Optional<MetricDefinition> find(String key) {
        return Optional.ofNullable(definitions.get(key));
    }

    /**
     * The catalogue as a document, a table per domain.
     *
     * @return Markdown, ending in a line feed
     */
    public String toMarkdown() {
        Map<String, List<MetricDefinition>> byDomain = definitions.values().stream()
                .collect(Collectors.groupingBy(MetricDefinition::domain, LinkedHashMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder();
        byDomain.forEach((domain, ofDomain) -> {
            text.append("\n## ")
                    .append(domain)
                    .append("\n\n| metric | unit | windows | statistics | tags | definition |\n");
            text.append("|---|---|---|---|---|---|\n");
            ofDomain.forEach(definition -> text.append(row(definition)));
        });
        return text.toString();
    }

    private static String row(MetricDefinition definition) {
        return "| `%s` | %s | %s | %s | %s | %s |%n"
                .formatted(
                        definition.key(),
                        definition.unit().name(),
                        definition.windows().stream().map(Window::key).collect(Collectors.joining(" ")),
                        definition.statistics().stream().map(Statistic::key).collect(Collectors.joining(" ")),
                        String.join(", ", definition.tagKeys()),
                        definition.description())
                .replace(System.lineSeparator(), "\n");
    }
}
