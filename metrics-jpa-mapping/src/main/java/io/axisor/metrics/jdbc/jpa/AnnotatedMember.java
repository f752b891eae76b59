package io.axisor.metrics.jdbc.jpa;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A field or a getter that is an attribute.
 *
 * @param name the attribute's name
 * @param type its type
 * @param element where its annotations are
 */
record AnnotatedMember(String name, Class<?> type, AnnotatedElement element) {

    /** Whether the attributes of an entity are its getters, as the place of its id tells. */
    static boolean isByGetters(Class<?> entity) {
        for (Class<?> type = entity; type != null; type = type.getSuperclass()) {
            Access access = type.getAnnotation(Access.class);
            if (access != null) {
                return access.value() == AccessType.PROPERTY;
            }
            if (Stream.of(type.getDeclaredFields()).anyMatch(AnnotatedMember::isId)) {
                return false;
            }
            if (Stream.of(type.getDeclaredMethods()).anyMatch(AnnotatedMember::isId)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isId(AnnotatedElement element) {
        return element.isAnnotationPresent(Id.class) || element.isAnnotationPresent(EmbeddedId.class);
    }

    /** The attributes that a class itself declares. */
    static List<AnnotatedMember> declaredBy(Class<?> type, boolean byGetters) {
        Access access = type.getAnnotation(Access.class);
        boolean getters = access == null ? byGetters : access.value() == AccessType.PROPERTY;
        List<AnnotatedMember> members = new ArrayList<>();
        if (getters) {
            for (Method method : type.getDeclaredMethods()) {
                property(method)
                        .filter(name -> isPersistent(method, method))
                        .ifPresent(name -> members.add(new AnnotatedMember(name, method.getReturnType(), method)));
            }
        } else {
            for (Field field : type.getDeclaredFields()) {
                if (isPersistent(field, field)) {
                    members.add(new AnnotatedMember(field.getName(), field.getType(), field));
                }
            }
        }
        return members;
    }

    private static boolean isPersistent(Member member, AnnotatedElement element) {
        int excluded = Modifier.STATIC | Modifier.TRANSIENT;
        return (member.getModifiers() & excluded) == 0
                && !member.isSynthetic()
                && !element.isAnnotationPresent(Transient.class);
    }

    private static Optional<String> property(Method method) {
        String name = method.getName();
        if (method.getParameterCount() > 0 || method.getReturnType() == void.class) {
            return Optional.empty();
        }
        if (name.startsWith("get") && name.length() > 3) {
            return Optional.of(decapitalized(name.substring(3)));
        }
        return name.startsWith("is") && name.length() > 2
                ? Optional.of(decapitalized(name.substring(2)))
                : Optional.empty();
    }

    /** As JavaBeans have it: what begins with two capitals keeps them. */
    private static String decapitalized(String name) {
        boolean isAcronym =
                name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isUpperCase(name.charAt(1));
        return isAcronym ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    boolean has(Class<? extends Annotation> annotation) {
        return element.isAnnotationPresent(annotation);
    }

    /** Whether it has an annotation of this name, of a library that may not be there. */
    boolean has(String annotationName) {
        return Stream.of(element.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getName().equals(annotationName));
    }

    <A extends Annotation> Optional<A> find(Class<A> annotation) {
        return Optional.ofNullable(element.getAnnotation(annotation));
    }

    boolean isId() {
        return isId(element);
    }

    boolean isEmbedded() {
        return type.isAnnotationPresent(Embeddable.class)
                || has(jakarta.persistence.Embedded.class)
                || has(EmbeddedId.class);
    }
}
