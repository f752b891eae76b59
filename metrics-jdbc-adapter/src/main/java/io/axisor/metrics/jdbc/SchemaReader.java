package io.axisor.metrics.jdbc;

import io.axisor.metrics.jdbc.internal.spec.NearestName;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Calls the setters that properties name, and notes what is wrong with them. */
final class SchemaReader {

    /** The one key below a fact that no setter has: which entity it is written in. */
    static final String ENTITY = "entity";

    private final List<String> faults;
    private final BiConsumer<String, FactMapping<?>> entities;

    SchemaReader(List<String> faults, BiConsumer<String, FactMapping<?>> entities) {
        this.faults = faults;
        this.entities = entities;
    }

    void read(PropertyNode group, Object target) {
        Map<String, Setter> setters = Setter.of(target.getClass());
        for (PropertyNode node : group.children()) {
            String name = PropertyNode.relaxed(node.name());
            Setter setter = setters.get(name);
            if (setter != null) {
                read(node, setter, target, group);
            } else if (name.equals(ENTITY) && target instanceof FactMapping<?> fact) {
                with(node, PropertyNode::text, entity -> entities.accept(entity, fact));
            } else {
                faults.add(unknown(group, node, setters));
            }
        }
    }

    private void read(PropertyNode node, Setter setter, Object target, PropertyNode group) {
        if (setter.isNamedGroup()) {
            readNamed(node, setter, target);
        } else if (setter.isGroup()) {
            node.each().forEach(each -> setter.call(target, below(each, setter)));
        } else if (setter.isFlag()) {
            with(node, one -> PropertyText.flag(one.text()), flag -> {
                if (flag) {
                    setter.call(target);
                }
            });
        } else if (setter.isList()) {
            with(node, many -> array(setter.type(), many.texts()), values -> setter.call(target, values));
        } else if (setter.isKind()) {
            readKind(node, setter, target, group);
        } else if (group.child(setter.key() + Setter.KIND).isEmpty()) {
            with(node, one -> PropertyText.as(setter.type(), one.text()), value -> setter.call(target, value));
        }
    }

    /** A column and its kind are one call. */
    private void readKind(PropertyNode node, Setter setter, Object target, PropertyNode group) {
        Optional<PropertyNode> column = group.child(setter.column());
        if (column.isEmpty()) {
            faults.add(node.path() + ": is the kind of a column that is not mapped; give "
                    + group.pathOf(setter.column()) + ", too");
        } else {
            with(
                    column.get(),
                    PropertyNode::text,
                    name -> with(
                            node,
                            one -> PropertyText.as(setter.type(), one.text()),
                            kind -> setter.call(target, name, kind)));
        }
    }

    private void readNamed(PropertyNode node, Setter setter, Object target) {
        List<String> names = node.children().stream().map(PropertyNode::name).toList();
        if (names.size() != 1) {
            faults.add(node.path() + ": takes keys below one name, such as " + node.path() + ".d.table"
                    + (names.isEmpty() ? "" : ", not below " + names));
        }
        node.children().forEach(named -> setter.call(target, named.name(), below(named, setter)));
    }

    private Consumer<Object> below(PropertyNode node, Setter setter) {
        if (node.value().isPresent()) {
            faults.add(node.path() + ": takes no value of its own; its keys are "
                    + keys(Setter.of(setter.group())).map(node::pathOf).toList());
        }
        return mapping -> read(node, mapping);
    }

    /** Reads a value and hands it on; what either refuses is a fault of the key. */
    private <T> void with(PropertyNode node, Function<PropertyNode, T> reading, Consumer<T> use) {
        try {
            use.accept(reading.apply(node));
        } catch (IllegalArgumentException e) {
            faults.add(node.path() + ": " + e.getMessage());
        }
    }

    private static Object array(Class<?> type, List<String> texts) {
        Object array = Array.newInstance(type, texts.size());
        for (int i = 0; i < texts.size(); i++) {
            Array.set(array, i, PropertyText.as(type, texts.get(i)));
        }
        return array;
    }

    private static String unknown(PropertyNode group, PropertyNode node, Map<String, Setter> setters) {
        String owner = group.path().isEmpty() ? "a mapping" : group.path();
        return node.path() + ": " + owner + " has no key '" + node.name() + "'"
                + NearestName.hint(node.name(), keys(setters).toList());
    }

    private static Stream<String> keys(Map<String, Setter> setters) {
        return setters.values().stream().map(Setter::key);
    }
}
