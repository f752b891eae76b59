package io.axisor.metrics.examples.quickstart.company;

import io.axisor.metrics.examples.quickstart.database.Table;
import io.axisor.metrics.jdbc.MetricsSchema;
import java.util.List;
import java.util.Map;

/** Tables that the company can keep what happens in: how they are made, written, and read by the library. */
interface CompanyTables {

    /** The tables, to be made. */
    List<Table> all();

    /**
     * What to execute when something happens: a statement in which {@code %s} stands for the schema and {@code :name} for a
     * value. What these tables have no place for is not among them.
     */
    Map<Write, String> statements();

    /**
     * A value as these tables store it.
     *
     * @param value the value
     * @return what a JDBC driver takes, or an Instant
     */
    Object stored(Object value);

    /** What the library is told about them. */
    MetricsSchema mapping(String schema);
}
