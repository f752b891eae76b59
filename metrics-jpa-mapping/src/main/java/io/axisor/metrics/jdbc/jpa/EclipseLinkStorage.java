package io.axisor.metrics.jdbc.jpa;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What EclipseLink stores, by its {@code DirectToFieldMapping}. */
final class EclipseLinkStorage implements Storage {

    /** Those that EclipseLink sets by itself, for types that drivers do not take. */
    private static final List<String> OWN =
            List.of("EnumTypeConverter", "TypeConversionConverter", "ClassInstanceConverter");

    private final ProviderObject mapping;
    private final Object session;

    EclipseLinkStorage(ProviderObject mapping, Object session) {
        this.mapping = mapping;
        this.session = session;
    }

    @Override
    public @Nullable Object stored(Object value) {
        return mapping.call("getFieldValue", value, session);
    }

    @Override
    public boolean isConverted() {
        return mapping.find("getConverter")
                .filter(converter -> OWN.stream()
                        .noneMatch(own -> converter.isA("org.eclipse.persistence.mappings.converters." + own)))
                .isPresent();
    }
}
