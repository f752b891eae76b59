package io.axisor.metrics.jdbc.jpa;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an attribute's annotations say of how it is stored. */
final class AnnotatedStorage implements Storage {

    /** Of Jakarta Persistence 3.2, which need not be there. */
    private static final String ENUMERATED_VALUE = "jakarta.persistence.EnumeratedValue";

    private final AnnotatedMember member;
    private final @Nullable AttributeConverter<Object, Object> converter;

    AnnotatedStorage(AnnotationMetamodel metamodel, AnnotatedMember member) {
        this.member = member;
        this.converter = converter(metamodel, member);
    }

    private static @Nullable AttributeConverter<Object, Object> converter(
            AnnotationMetamodel metamodel, AnnotatedMember member) {
        Optional<Convert> convert = member.find(Convert.class);
        if (convert.isPresent() && convert.get().disableConversion()) {
            return null;
        }
        Optional<Class<?>> named =
                convert.<Class<?>>map(Convert::converter).filter(type -> type != AttributeConverter.class);
        Optional<Class<?>> type =
                named.or(() -> member.has(Enumerated.class) ? Optional.empty() : metamodel.converterOf(member.type()));
        return type.map(AnnotatedStorage::instance).orElse(null);
    }

    @SuppressWarnings("unchecked") // it is given only values of the attribute that it is declared for
    private static AttributeConverter<Object, Object> instance(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (AttributeConverter<Object, Object>) constructor.newInstance();
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new UnmappableException("its converter " + type.getName() + " cannot be made without the provider ("
                    + e.getClass().getSimpleName() + "); use EntitySchema.of(entityManagerFactory)");
        }
    }

    @Override
    public @Nullable Object stored(Object value) {
        if (converter != null) {
            return converter.convertToDatabaseColumn(value);
        }
        return value instanceof Enum<?> constant ? stored(constant) : value;
    }

    @SuppressWarnings("EnumOrdinal") // it is what the column holds
    private @Nullable Object stored(Enum<?> constant) {
        Optional<EnumType> declared = member.find(Enumerated.class).map(Enumerated::value);
        Optional<Field> valueField = Stream.of(constant.getDeclaringClass().getDeclaredFields())
                .filter(field -> Stream.of(field.getAnnotations())
                        .anyMatch(annotation ->
                                annotation.annotationType().getName().equals(ENUMERATED_VALUE)))
                .findFirst();
        if (valueField.isPresent()) {
            try {
                valueField.get().setAccessible(true);
                return valueField.get().get(constant);
            } catch (ReflectiveOperationException | RuntimeException e) {
                throw new UnmappableException("its @EnumeratedValue cannot be read ("
                        + e.getClass().getSimpleName() + "); use EntitySchema.of(entityManagerFactory)");
            }
        }
        return declared.equals(Optional.of(EnumType.STRING)) ? (Object) constant.name() : constant.ordinal();
    }

    @Override
    public boolean isConverted() {
        return converter != null;
    }
}
