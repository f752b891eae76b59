package io.axisor.metrics.jdbc.jpa;

import java.util.Map;

/** The naming strategies that hosts have: the provider's own, and those that Spring Boot sets. */
@SuppressWarnings("ImmutableEnumChecker") // strategies have no state
enum Naming {
    DEFAULT(NamingStrategy.AS_WRITTEN, "", ""),
    SPRING_BOOT_3(
            NamingStrategy.SPRING_BOOT_3,
            "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy",
            "org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy"),
    SPRING_BOOT_4(
            NamingStrategy.SPRING_BOOT_4,
            "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl",
            "org.springframework.boot.hibernate.SpringImplicitNamingStrategy");

    private final NamingStrategy strategy;
    private final String physical;
    private final String implicit;

    Naming(NamingStrategy strategy, String physical, String implicit) {
        this.strategy = strategy;
        this.physical = physical;
        this.implicit = implicit;
    }

    /** Hibernate's class. */
    String physical() {
        return physical;
    }

    NamingStrategy strategy() {
        return strategy;
    }

    /** Whether the provider has it. */
    boolean isThere() {
        return switch (this) {
            case DEFAULT -> true;
            case SPRING_BOOT_3 -> Factories.isHibernate() && !Factories.isHibernate7();
            case SPRING_BOOT_4 -> Factories.isHibernate7();
        };
    }

    Map<String, String> properties() {
        return this == DEFAULT
                ? Map.of()
                : Map.of(
                        "hibernate.physical_naming_strategy", physical, "hibernate.implicit_naming_strategy", implicit);
    }
}
