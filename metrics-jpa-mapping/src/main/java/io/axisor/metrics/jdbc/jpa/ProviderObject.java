package io.axisor.metrics.jdbc.jpa;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An object of a provider's metamodel, whose public methods are called by name, so that no provider is needed to compile or
 * to run without it.
 *
 * @param value the object
 */
record ProviderObject(Object value) {

    /** What a method returns, which is not null. */
    ProviderObject get(String method, Object... arguments) {
        return find(method, arguments)
                .orElseThrow(
                        () -> new IllegalStateException(value.getClass().getName() + "." + method + " returned null"));
    }

    /** What a method returns; empty for null. */
    Optional<ProviderObject> find(String method, Object... arguments) {
        return Optional.ofNullable(call(method, arguments)).map(ProviderObject::new);
    }

    /** The text that a method returns, or another object as text; empty for null. */
    Optional<String> text(String method, Object... arguments) {
        return Optional.ofNullable(call(method, arguments)).map(String::valueOf);
    }

    /** The truth that a method tells. */
    boolean is(String method) {
        return Boolean.TRUE.equals(call(method));
    }

    /** The objects that a method returns in a collection. */
    List<ProviderObject> list(String method, Object... arguments) {
        Object result = call(method, arguments);
        return result instanceof Collection<?> collection
                ? collection.stream().map(ProviderObject::new).toList()
                : List.of();
    }

    /** Whether it is of a class or an interface of this name. */
    boolean isA(String className) {
        return types(value.getClass()).stream().anyMatch(type -> type.getName().equals(className));
    }

    /** What a method returns. */
    @Nullable
    Object call(String method, Object... arguments) {
        Method found = method(method, arguments)
                .orElseThrow(() -> new IllegalStateException(
                        value.getClass().getName() + " has no method " + method + " with " + arguments.length
                                + " arguments: this version of the provider is not known; "
                                + "use EntitySchema.ofAnnotations(...)"));
        try {
            return found.invoke(value, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(found + " failed", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(found + " cannot be called", e);
        }
    }

    /** The method as a public type declares it, since providers hide their classes behind such types. */
    private Optional<Method> method(String name, Object... arguments) {
        return types(value.getClass()).stream()
                .filter(type -> Modifier.isPublic(type.getModifiers()))
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> method.getName().equals(name)
                        && Modifier.isPublic(method.getModifiers())
                        && takes(method, arguments))
                .findFirst();
    }

    private static boolean takes(Method method, Object... arguments) {
        Class<?>[] parameters = method.getParameterTypes();
        if (parameters.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < parameters.length; i++) {
            boolean fits = parameters[i].isPrimitive()
                    ? parameters[i] == int.class && arguments[i] instanceof Integer
                    : parameters[i].isInstance(arguments[i]);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static Set<Class<?>> types(Class<?> type) {
        Set<Class<?>> types = new LinkedHashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            Class<?> next = open.removeFirst();
            if (types.add(next)) {
                open.addAll(List.of(next.getInterfaces()));
                if (next.getSuperclass() != null) {
                    open.addLast(next.getSuperclass());
                }
            }
        }
        return types;
    }
}
