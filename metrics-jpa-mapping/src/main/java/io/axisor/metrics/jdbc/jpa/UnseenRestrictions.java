package io.axisor.metrics.jdbc.jpa;

import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.stream.Stream;

/** Refuses entities whose provider leaves rows out by a condition that is not known here. */
final class UnseenRestrictions {

    private static final Map<String, String> ANNOTATIONS = Map.of(
            "org.hibernate.annotations.SQLRestriction", "@SQLRestriction",
            "org.hibernate.annotations.Where", "@Where",
            "org.hibernate.annotations.Filter", "@Filter",
            "org.hibernate.annotations.Filters", "@Filter",
            "org.eclipse.persistence.annotations.AdditionalCriteria", "@AdditionalCriteria",
            "org.eclipse.persistence.annotations.Multitenant", "@Multitenant");

    private static final String TENANT = "org.hibernate.annotations.TenantId";

    private UnseenRestrictions() {}

    static void refuse(String entity, Class<?> mappedClass) {
        for (Class<?> type = mappedClass; type != null && type != Object.class; type = type.getSuperclass()) {
            for (Annotation annotation : type.getAnnotations()) {
                refuse(
                        entity,
                        ANNOTATIONS.getOrDefault(annotation.annotationType().getName(), ""));
            }
            Stream.concat(Stream.of(type.getDeclaredFields()), Stream.of(type.getDeclaredMethods()))
                    .flatMap(member -> Stream.of(member.getAnnotations()))
                    .filter(annotation -> annotation.annotationType().getName().equals(TENANT))
                    .forEach(annotation -> refuse(entity, "@TenantId"));
        }
    }

    private static void refuse(String entity, String shown) {
        if (!shown.isEmpty()) {
            throw new UnmappableException(entity + " has " + shown
                    + ", which its provider adds to statements and which is not known here; "
                    + UnmappableException.bySelect() + ", with that condition or with none");
        }
    }
}
