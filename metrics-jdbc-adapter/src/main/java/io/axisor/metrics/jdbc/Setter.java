package io.axisor.metrics.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A public method of the schema's builder or of a mapping, as a key: its name with dashes, and {@code -kind} behind it for
 * the one of two that also takes the kind of time. Found by reflection, so that keys and methods are always the same.
 */
record Setter(String key, Method method) {

    static final String KIND = "-kind";

    /** All of a type, by their relaxed keys. */
    static SortedMap<String, Setter> of(Class<?> type) {
        SortedMap<String, Setter> setters = new TreeMap<>();
        for (Method method : type.getMethods()) {
            boolean isSetter = !Modifier.isStatic(method.getModifiers())
                    && method.getDeclaringClass() != Object.class
                    && method.getReturnType().isAssignableFrom(type);
            if (isSetter) {
                String key = dashed(method.getName()) + (takesKind(method) ? KIND : "");
                setters.put(PropertyNode.relaxed(key), new Setter(key, method));
            }
        }
        return Collections.unmodifiableSortedMap(setters);
    }

    static String dashed(String methodName) {
        return methodName.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static boolean takesKind(Method method) {
        return List.of(method.getParameterTypes()).contains(TimeKind.class);
    }

    boolean isKind() {
        return takesKind(method);
    }

    /** The key of the column that this tells the kind of. */
    String column() {
        return key.substring(0, key.length() - KIND.length());
    }

    /** What its only or last parameter takes; the type of the elements, if it takes many. */
    Class<?> type() {
        Class<?>[] types = method.getParameterTypes();
        Class<?> last = types[types.length - 1];
        return last.isArray() ? last.getComponentType() : last;
    }

    boolean isFlag() {
        return method.getParameterCount() == 0;
    }

    boolean isList() {
        return method.isVarArgs();
    }

    /** Whether keys of a mapping of its own lie below. */
    boolean isGroup() {
        return !isFlag() && type() == Consumer.class;
    }

    /** Whether a name of the user's choice lies between its key and those of the mapping. */
    boolean isNamedGroup() {
        return isGroup() && method.getParameterCount() == 2;
    }

    /** The mapping whose keys lie below. */
    Class<?> group() {
        Object[] types = method.getGenericParameterTypes();
        return (Class<?>) ((ParameterizedType) types[types.length - 1]).getActualTypeArguments()[0];
    }

    void call(Object target, Object... arguments) {
        try {
            method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException("a setter threw what it does not declare", e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a public method is not accessible: " + method, e);
        }
    }
}
