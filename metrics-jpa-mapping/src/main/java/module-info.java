/** The mapping of the JDBC adapter, read from the entities of Jakarta Persistence. */
module io.axisor.metrics.jdbc.jpa {
    requires transitive io.axisor.metrics.jdbc;
    requires transitive jakarta.persistence;
    requires static transitive org.jspecify;

    exports io.axisor.metrics.jdbc.jpa;
}
