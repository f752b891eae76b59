package io.axisor.metrics.jdbc.jpa;

import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** What Hibernate stores, by its {@code JdbcMapping}. */
final class HibernateStorage implements Storage {

    private final ProviderObject jdbcMapping;

    HibernateStorage(ProviderObject jdbcMapping) {
        this.jdbcMapping = jdbcMapping;
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // it is what the column holds
    public @Nullable Object stored(Object value) {
        Object stored = jdbcMapping.call("convertToRelationalValue", value);
        if (stored instanceof Enum<?> constant && isWholeNumber()) {
            return constant.ordinal();
        }
        return stored instanceof Boolean truth && isWholeNumber() ? (Object) (truth ? 1 : 0) : stored;
    }

    @Override
    public boolean isConverted() {
        return jdbcMapping
                .find("getValueConverter")
                .filter(converter -> converter.isA("org.hibernate.type.descriptor.converter.spi.JpaAttributeConverter"))
                .isPresent();
    }

    private boolean isWholeNumber() {
        Object code = jdbcMapping.get("getJdbcType").call("getDefaultSqlTypeCode");
        return code instanceof Integer type
                && switch (type) {
                    case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> true;
                    default -> false;
                };
    }
}
