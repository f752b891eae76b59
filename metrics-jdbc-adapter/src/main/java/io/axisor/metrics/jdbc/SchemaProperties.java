package io.axisor.metrics.jdbc;

import io.axisor.metrics.jdbc.internal.spec.NearestName;
import io.axisor.metrics.jdbc.internal.spec.Wording;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Reads a {@link MetricsSchema} from text, for hosts that are configured by files: flat properties, as every format of
 * configuration can be flattened to.
 *
 * <pre>
 * plans = free, pro
 * local-times-in = America/Sao_Paulo
 * users.table = app.accounts
 * users.id = id
 * users.created-at = created_at
 * users.created-at-kind = epoch-millis
 * payments.succeeded[0] = paid, in full
 * payments.succeeded[1] = captured
 * payments.fixed-currency = USD
 * payments.minor-units = true
 * feature-use[0].table = exports
 * users.join.d.table = user_details
 * </pre>
 *
 * <p><b>Keys</b> are the methods of {@link MetricsSchema.Builder}, and behind a dot those of the mapping that each takes.
 * Dashes, underscores and case do not matter: {@code users.created-at} is {@code users.createdAt}. Elements are numbered in
 * brackets or behind a dot: {@code succeeded[0]} is {@code succeeded.0}.
 *
 * <table>
 *   <caption>What a method takes, as text</caption>
 *   <tr><th>method</th><th>property</th></tr>
 *   <tr><td>{@code .createdAt("c")}</td><td>{@code created-at = c}</td></tr>
 *   <tr><td>{@code .createdAt("c", kind)}</td><td>besides, {@code created-at-kind =} {@code instant}, {@code local-in}
 *     with a zone, {@code date-in} with a zone, {@code epoch-seconds} or {@code epoch-millis}</td></tr>
 *   <tr><td>{@code .succeeded("a", "b")}</td><td>{@code succeeded = a, b}; or {@code succeeded[0] = a} and
 *     {@code succeeded[1] = b}, each taken whole, so that it may hold a comma</td></tr>
 *   <tr><td>{@code .minorUnits()}</td><td>{@code minor-units = true}</td></tr>
 *   <tr><td>{@code .capital(money)}</td><td>{@code capital = 10000 USD}</td></tr>
 *   <tr><td>{@code .join("d", j -> j.table("t"))}</td><td>{@code join.d.table = t}</td></tr>
 *   <tr><td>{@code .featureUse(...)}, several times</td><td>{@code feature-use[0].table}, {@code feature-use[1].table}</td></tr>
 *   <tr><td>{@link MetricsSchema#axisor()}</td><td>{@code preset = axisor}, and nothing else</td></tr>
 * </table>
 *
 * <p>A {@code select} and a {@code where} are SQL and run as they are: take properties from whom you would take code.
 */
public final class SchemaProperties {

    private static final String PRESET = "preset";
    private static final String AXISOR = "axisor";

    private SchemaProperties() {}

    /**
     * Reads the mapping.
     *
     * @param properties keys and values; none makes a schema with nothing mapped
     * @return the schema
     * @throws SchemaFaultsException naming every key that is unknown, every value that cannot be read and everything that
     *     {@link MetricsSchema.Builder#build()} finds, a line each
     */
    public static MetricsSchema read(Map<String, String> properties) {
        return read(properties, (entity, fact) -> {
            throw new IllegalArgumentException("no entities are known here, so '" + entity + "' is none; give a table");
        });
    }

    /**
     * Reads a mapping, facts of which may be written in entities: {@code users.entity = User}, and names of attributes
     * in place of columns. For {@code EntitySchema}, which says what an entity is.
     *
     * @param properties keys and values
     * @param entities called with the name of each entity and the mapping that is written in it; an
     *     {@link IllegalArgumentException} becomes a fault of the key
     * @return the schema
     * @throws SchemaFaultsException as {@link #read(Map)} does
     */
    public static MetricsSchema read(Map<String, String> properties, BiConsumer<String, FactMapping<?>> entities) {
        List<String> faults = new ArrayList<>();
        PropertyNode root = PropertyNode.of(properties, faults);
        Optional<PropertyNode> preset = root.child(PRESET);
        if (preset.isPresent()) {
            return preset(preset.get(), root, faults);
        }
        MetricsSchema.Builder schema = MetricsSchema.builder();
        new SchemaReader(faults, entities).read(root, schema);
        return schema.build(Wording.KEYS, faults);
    }

    private static MetricsSchema preset(PropertyNode preset, PropertyNode root, List<String> faults) {
        try {
            if (!preset.text().equals(AXISOR)) {
                faults.add(PRESET + ": '" + preset.text() + "' is none; the only one is '" + AXISOR + "'");
            }
        } catch (IllegalArgumentException e) {
            faults.add(PRESET + ": " + e.getMessage());
        }
        if (root.children().size() > 1) {
            faults.add(PRESET + ": is a whole mapping, so leave out "
                    + root.children().stream()
                            .filter(other -> other != preset)
                            .map(PropertyNode::path)
                            .toList());
        }
        return faults.isEmpty()
                ? MetricsSchema.axisor()
                : MetricsSchema.builder().build(Wording.KEYS, faults);
    }

    /**
     * All keys, each with the method that it calls, for tools that complete or document them. A key that stands below
     * a name of the user's choice has {@code *} in its place.
     *
     * @return the methods by key, in alphabetical order
     */
    public static SortedMap<String, Method> keys() {
        SortedMap<String, Method> keys = new TreeMap<>();
        collect("", MetricsSchema.Builder.class, keys);
        return Collections.unmodifiableSortedMap(keys);
    }

    private static void collect(String prefix, Class<?> type, Map<String, Method> keys) {
        for (Setter setter : Setter.of(type).values()) {
            String key = prefix + setter.key();
            if (setter.isGroup()) {
                collect(key + (setter.isNamedGroup() ? ".*." : "."), setter.group(), keys);
            } else {
                keys.put(key, setter.method());
            }
        }
    }

    /**
     * The key that a misspelt one probably means; for hosts that have keys of their own beside the mapping's.
     *
     * @param misspelt the key that is not there
     * @param keys those that are
     * @return the nearest by edit distance; empty if none is near
     */
    public static Optional<String> nearest(String misspelt, Collection<String> keys) {
        return NearestName.of(misspelt, keys);
    }
}
