package io.axisor.metrics.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A part of a flat key such as {@code payments.succeeded[0]}, in the tree of all: names below names, and elements. */
final class PropertyNode {

    private static final Pattern STEP = Pattern.compile("[^.\\[\\]]+");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final Pattern KEY = Pattern.compile("[^.\\[\\]\\d][^.\\[\\]]*(\\.[^.\\[\\]]+|\\[\\d{1,6}])*");

    private final String path;
    private final String name;
    private final Map<String, PropertyNode> children = new LinkedHashMap<>();
    private final SortedMap<Integer, PropertyNode> elements = new TreeMap<>();
    private @Nullable String value;

    private PropertyNode(String path, String name) {
        this.path = path;
        this.name = name;
    }

    /** The tree of all properties; a key that has no place in it is a fault. */
    static PropertyNode of(Map<String, String> properties, List<String> faults) {
        PropertyNode root = new PropertyNode("", "");
        properties.forEach((key, value) -> {
            if (KEY.matcher(key).matches()) {
                root.place(key, value.strip(), faults);
            } else {
                faults.add(key + ": no key is written so; write one such as users.table or payments.succeeded[0]");
            }
        });
        return root;
    }

    private void place(String key, String newValue, List<String> faults) {
        PropertyNode node = this;
        Matcher step = STEP.matcher(key);
        while (step.find()) {
            String below = step.group();
            PropertyNode next = new PropertyNode(key.substring(0, step.end()), below);
            PropertyNode known = NUMBER.matcher(below).matches()
                    ? node.elements.putIfAbsent(Integer.valueOf(below), next)
                    : node.children.putIfAbsent(relaxed(below), next);
            node = known == null ? next : known;
        }
        if (node.value != null) {
            faults.add(key + ": is given twice, also as " + node.path);
        }
        node.value = newValue;
    }

    /** Names are alike whatever their case, with dashes, with underscores or with neither. */
    static String relaxed(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    String path() {
        return path;
    }

    String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** The last name of the path, as written. */
    String name() {
        return name;
    }

    Collection<PropertyNode> children() {
        return children.values();
    }

    Optional<PropertyNode> child(String key) {
        return Optional.ofNullable(children.get(relaxed(key)));
    }

    Optional<String> value() {
        return Optional.ofNullable(value);
    }

    /** Its elements, or itself where it has none. */
    List<PropertyNode> each() {
        List<PropertyNode> each = new ArrayList<>(elements.values());
        if (each.isEmpty() || value != null || !children.isEmpty()) {
            each.add(0, this);
        }
        return each;
    }

    /** The only value. */
    String text() {
        if (!children.isEmpty() || !elements.isEmpty()) {
            throw new IllegalArgumentException("takes one value, and no keys below it");
        }
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("is empty; give it a value, or leave the key out");
        }
        return value;
    }

    /** The values of a list: those of its elements as they are, or those between the commas of its own. */
    List<String> texts() {
        if (elements.isEmpty()) {
            List<String> parts = List.of(text().split("\\s*,\\s*", -1));
            if (parts.contains("")) {
                throw new IllegalArgumentException("'" + value + "' has nothing between two commas, or at an end");
            }
            return parts;
        }
        if (value != null || !children.isEmpty()) {
            throw new IllegalArgumentException("is given as one value and as elements; give one or the other");
        }
        return elements.values().stream().map(PropertyNode::text).toList();
    }
}
