package io.axisor.metrics.jdbc.jpa;

/**
 * How names of entities and attributes become names of tables and columns, where only annotations tell: the provider's
 * physical naming strategy. It is applied to every name, also to those that annotations give, unless they are quoted.
 */
@FunctionalInterface
public interface NamingStrategy {

    /** Names stay as they are, as Jakarta Persistence has it, and Hibernate and EclipseLink by default. */
    NamingStrategy AS_WRITTEN = name -> name;

    /** {@code CamelCaseToUnderscoresNamingStrategy} of Hibernate 6, which Spring Boot 2.6 to 3.5 sets. */
    NamingStrategy SPRING_BOOT_3 = name -> SnakeCase.of(name, false);

    /** {@code PhysicalNamingStrategySnakeCaseImpl} of Hibernate 7, which Spring Boot 4 sets. */
    NamingStrategy SPRING_BOOT_4 = name -> SnakeCase.of(name, true);

    /**
     * The name in the database.
     *
     * @param logical the name by the annotations, or by default
     * @return the name of the table, the column or the schema, in any case
     */
    String physical(String logical);
}
