package io.axisor.metrics.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.jdbc.SchemaProperties;
import io.axisor.metrics.jdbc.TimeKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A key of the mapping with its type for an IDE, and the words of the method that it calls: the first of its Javadoc. */
record SchemaKey(String name, String type, String words) {

    private static final Path SOURCES = Path.of("../metrics-jdbc-adapter/src/main/java");

    static Stream<SchemaKey> all() {
        Map<String, SchemaKey> keys = new TreeMap<>();
        add(keys, "preset", "A whole mapping, with nothing besides it; there is one, axisor.");
        SchemaProperties.keys().forEach((name, method) -> {
            keys.put(name, new SchemaKey(name, type(method), words(name, method)));
            if (name.matches("[^.]+\\.table")) {
                add(
                        keys,
                        name.replace(".table", ".entity"),
                        "The entity, by its name in queries or by its class; columns are then its attributes.");
            }
        });
        return keys.values().stream();
    }

    private static void add(Map<String, SchemaKey> keys, String name, String words) {
        keys.put(name, new SchemaKey(name, String.class.getName(), words));
    }

    private static Class<?> parameter(Method method) {
        Class<?>[] types = method.getParameterTypes();
        return types.length == 0 ? Boolean.class : types[types.length - 1];
    }

    private static String type(Method method) {
        Class<?> type = parameter(method);
        if (type.isArray()) {
            return "java.util.List<java.lang.String>";
        }
        return (type.isEnum() || type == ZoneId.class || type == Boolean.class ? type : String.class).getName();
    }

    private static String words(String name, Method method) {
        Class<?> type = parameter(method);
        if (type == TimeKind.class) {
            return "How " + name.substring(name.lastIndexOf('.') + 1).replaceFirst("-kind$", "")
                    + " stores instants: instant, local-in ZONE, date-in ZONE, epoch-seconds or epoch-millis.";
        }
        String choice = type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ", " One of ", "."))
                : "";
        return firstSentence(method) + choice;
    }

    private static String firstSentence(Method method) {
        Matcher javadoc = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*?)\\*/\\s+public \\S+ " + method.getName() + "\\(", Pattern.DOTALL)
                .matcher(source(method.getDeclaringClass()));
        assertThat(javadoc.find()).as("Javadoc of " + method).isTrue();
        String text = javadoc.group(1).replaceAll("\\s*\\n\\s*\\*", "").strip();
        String sentence = text.split("(?<=\\.) +(?=[A-Z])|\\s*(<p>|@param|@return)", 2)[0];
        return Pattern.compile("\\{@(?:code|link) #?([^}(]*)(?:\\(\\))?}")
                .matcher(sentence)
                .replaceAll(found -> found.group(1).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    }

    private static String source(Class<?> type) {
        try {
            String file = type.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java";
            return Files.readString(SOURCES.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
