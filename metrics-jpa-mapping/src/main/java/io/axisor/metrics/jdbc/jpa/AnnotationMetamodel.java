package io.axisor.metrics.jdbc.jpa;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the annotations of entities say, and a naming strategy makes of it. */
final class AnnotationMetamodel implements EntityMetamodel {

    private final NamingStrategy strategy;
    private final List<Class<?>> others;

    AnnotationMetamodel(NamingStrategy strategy, List<Class<?>> others) {
        this.strategy = strategy;
        this.others = others;
    }

    @Override
    public AnnotatedEntity entity(Class<?> type) {
        if (!type.isAnnotationPresent(Entity.class)) {
            throw new UnmappableException(type.getName() + " is no @Entity");
        }
        return new AnnotatedEntity(this, type);
    }

    /** The name of a table or a column; one in quotes stays as it is. */
    String physical(String logical) {
        boolean isQuoted = logical.startsWith("`") || logical.startsWith("\"");
        return isQuoted ? RenderedName.column(logical) : strategy.physical(logical);
    }

    /** The entities among the other classes that extend one. */
    Stream<Class<?>> subclasses(Class<?> entity) {
        return others.stream()
                .filter(other ->
                        other != entity && entity.isAssignableFrom(other) && other.isAnnotationPresent(Entity.class));
    }

    /** The converter among the other classes that applies by itself to a type. */
    Optional<Class<?>> converterOf(Class<?> attributeType) {
        return others.stream()
                .filter(other -> AttributeConverter.class.isAssignableFrom(other)
                        && other.isAnnotationPresent(Converter.class)
                        && other.getAnnotation(Converter.class).autoApply()
                        && isConverterOf(other, attributeType))
                .findFirst();
    }

    private static boolean isConverterOf(Class<?> converter, Class<?> attributeType) {
        for (Type implemented : converter.getGenericInterfaces()) {
            if (implemented instanceof ParameterizedType parameterized
                    && parameterized.getRawType() == AttributeConverter.class
                    && parameterized.getActualTypeArguments()[0] == attributeType) {
                return true;
            }
        }
        return false;
    }
}
