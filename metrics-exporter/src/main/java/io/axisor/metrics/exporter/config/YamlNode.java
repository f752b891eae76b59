package io.axisor.metrics.exporter.config;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A place in a YAML document: it knows its path and line, and which keys below it were asked for, so that the others are
 * unknown. Whatever is not as it should be is noted with its place, and reading goes on.
 */
final class YamlNode {

    private static final int FARTHEST = 3;

    private final @Nullable YamlNode parent;
    private final String path;
    private final int line;
    private final @Nullable Node node;
    private final ConfigFaults faults;
    private final Placeholders placeholders;
    private final Map<String, YamlNode> children = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    /**
     * The root of a document.
     *
     * @param document null for an empty one
     * @param faults where faults are noted
     * @param placeholders put into every value
     */
    YamlNode(@Nullable Node document, ConfigFaults faults, Placeholders placeholders) {
        this(null, "", 1, document, faults, placeholders);
    }

    private YamlNode(
            @Nullable YamlNode parent,
            String path,
            int line,
            @Nullable Node node,
            ConfigFaults faults,
            Placeholders placeholders) {
        this.parent = parent;
        this.path = path;
        this.line = line;
        this.node = node;
        this.faults = faults;
        this.placeholders = placeholders;
        if (holdsItself()) {
            fault("holds itself; write it out");
        } else if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::place);
        }
    }

    /** An alias may stand for what it stands in. */
    private boolean holdsItself() {
        for (YamlNode above = parent; above != null; above = above.parent) {
            if (node != null && node.equals(above.node)) { // equal to itself alone
                return true;
            }
        }
        return false;
    }

    private void place(NodeTuple tuple) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        YamlNode child = below(pathOf(key), line(tuple.getKeyNode()), tuple.getValueNode());
        YamlNode first = children.putIfAbsent(key, child);
        if (first != null) {
            child.fault("is given twice, also in line " + first.line);
        }
    }

    private YamlNode below(String place, int placeLine, Node below) {
        return new YamlNode(this, place, placeLine, below, faults, placeholders);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** What stands below a key; empty if nothing does. */
    Optional<YamlNode> child(String key) {
        asked.add(key);
        return Optional.ofNullable(children.get(key));
    }

    /** The same, with nothing in it if nothing stands there. */
    YamlNode group(String key) {
        return child(key).orElseGet(() -> new YamlNode(this, pathOf(key), line, null, faults, placeholders));
    }

    /** What stands below keys of the writer's choice. */
    Map<String, YamlNode> named() {
        asked.addAll(children.keySet());
        if (!(node instanceof MappingNode)) {
            fault("takes keys below it");
        }
        return children;
    }

    /** The elements of a list. */
    List<YamlNode> elements() {
        if (!(node instanceof SequenceNode sequence) || holdsItself()) {
            fault("takes a list");
            return List.of();
        }
        List<YamlNode> elements = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            elements.add(below(path + "[" + elements.size() + "]", line(element), element));
        }
        return elements;
    }

    /** The value of a key, or another where it has none or a wrong one. */
    <T> T read(String key, T otherwise, Function<String, T> reading) {
        return find(key, reading).orElse(otherwise);
    }

    /** The value of a key; empty if it has none, or a wrong one, which is then noted. */
    <T> Optional<T> find(String key, Function<String, T> reading) {
        return child(key).flatMap(child -> child.value(reading));
    }

    /** The value of a key that must be there. */
    Optional<String> required(String key) {
        return required(key, Function.identity());
    }

    <T> Optional<T> required(String key, Function<String, T> reading) {
        Optional<YamlNode> child = child(key);
        if (child.isEmpty()) {
            fault("has no '" + key + "'; give it one");
        }
        return child.flatMap(found -> found.value(reading));
    }

    /** The values of a list, or one value alone. */
    <T> List<T> values(String key, Function<String, T> reading) {
        return child(key).stream()
                .flatMap(
                        child -> child.node instanceof ScalarNode ? List.of(child).stream() : child.elements().stream())
                .flatMap(element -> element.value(reading).stream())
                .toList();
    }

    /** Its value; empty if it is wrong, which is then noted. */
    <T> Optional<T> value(Function<String, T> reading) {
        return text().flatMap(text -> {
            try {
                return Optional.of(reading.apply(text.value()));
            } catch (IllegalArgumentException | DateTimeException e) {
                fault(told(text, e, reading));
                return Optional.empty();
            }
        });
    }

    /** The refusal of a value; if it would show what a placeholder held, the refusal of the text with the placeholder. */
    private static String told(FilledText text, RuntimeException refusal, Function<String, ?> reading) {
        return text.told(String.valueOf(refusal.getMessage())).orElseGet(() -> {
            try {
                var unused = reading.apply(text.written());
                return text.refusal();
            } catch (IllegalArgumentException | DateTimeException e) {
                return String.valueOf(e.getMessage());
            }
        });
    }

    /** Its text, which may be of no length; empty if nothing stands there, or a placeholder stands for nothing. */
    private Optional<FilledText> text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getTag().equals(Tag.NULL)) {
            fault("takes one value; write \"\" for a text of no length");
            return Optional.empty();
        }
        try {
            return Optional.of(placeholders.fill(scalar.getValue()));
        } catch (IllegalArgumentException e) {
            fault(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Everything below, as flat keys and texts: {@code users.table}, {@code payments.succeeded[0]}. */
    Map<String, FilledText> flat() {
        Map<String, FilledText> flat = new LinkedHashMap<>();
        flatten("", flat);
        return flat;
    }

    private void flatten(String key, Map<String, FilledText> flat) {
        if (node instanceof ScalarNode) {
            text().ifPresent(text -> flat.put(key, text));
        } else if (node instanceof SequenceNode) {
            int index = 0;
            for (YamlNode element : elements()) {
                element.flatten(key + "[" + index++ + "]", flat);
            }
        } else {
            named().forEach((name, child) -> child.flatten(key.isEmpty() ? name : key + "." + name, flat));
        }
    }

    /** Notes a fault of this place. */
    void fault(String message) {
        faults.add(line, (path.isEmpty() ? "the file" : path) + ": " + message);
    }

    /** Notes a fault of a key below, or of the nearest place above it that is there. */
    void faultBelow(String key, String message) {
        faults.add(nearest(List.of(key.split("[.\\[]", -1))).line, path + ": " + message);
    }

    private YamlNode nearest(List<String> steps) {
        return children.entrySet().stream()
                .filter(child -> relaxed(child.getKey()).equals(relaxed(steps.get(0))))
                .map(child ->
                        steps.size() == 1 ? child.getValue() : child.getValue().nearest(steps.subList(1, steps.size())))
                .findFirst()
                .orElse(this);
    }

    private static String relaxed(String key) {
        return key.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Notes every key that nobody asked for. */
    void rejectUnknown() {
        if (node != null && !(node instanceof MappingNode)) {
            fault("takes keys below it: " + String.join(", ", asked));
        }
        children.forEach((key, child) -> {
            if (!asked.contains(key)) {
                faults.add(child.line, pathOf(key) + ": is no key that is known" + suggestion(key));
            }
        });
    }

    private String suggestion(String key) {
        LevenshteinDistance distance = new LevenshteinDistance(FARTHEST);
        return asked.stream()
                .filter(known -> distance.apply(key, known) >= 0)
                .min((one, other) -> distance.apply(key, one) - distance.apply(key, other))
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElseGet(() -> "; known are " + asked.stream().sorted().collect(Collectors.joining(", ")));
    }
}
