/** Business metrics counted by any database that has a JDBC driver. */
module io.axisor.metrics.jdbc {
    requires transitive io.axisor.metrics;
    requires transitive java.sql;
    requires static transitive jakarta.persistence; // for entities as a mapping only
    requires static transitive org.jspecify;
    requires org.slf4j;

    exports io.axisor.metrics.jdbc;
    exports io.axisor.metrics.jdbc.jpa;
}
