/** Business metrics counted by any database that has a JDBC driver. */
@SuppressWarnings("module") // that of the mapping by entities is built after this one
module io.axisor.metrics.jdbc {
    requires transitive io.axisor.metrics;
    requires transitive java.sql;
    requires static transitive org.jspecify;
    requires org.slf4j;

    exports io.axisor.metrics.jdbc;
    exports io.axisor.metrics.jdbc.internal.spec to
            io.axisor.metrics.jdbc.jpa; // the mapping by entities
}
