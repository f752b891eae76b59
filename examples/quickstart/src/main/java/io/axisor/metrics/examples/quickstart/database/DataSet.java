package io.axisor.metrics.examples.quickstart.database;

import io.axisor.metrics.jdbc.MetricsSchema;
import java.sql.SQLException;
import java.util.List;

/** Facts to put into a database: the tables they need, the rows, and how the library reads them. */
public interface DataSet {

    /**
     * The tables.
     *
     * @return to be created before {@link #fill}
     */
    List<Table> tables();

    /**
     * Writes the rows.
     *
     * @param database where the tables are
     * @throws SQLException if the database refuses
     */
    void fill(QuickstartDatabase database) throws SQLException;

    /**
     * The mapping, as any host writes it for tables of its own.
     *
     * @param schema the database schema that holds the tables
     * @return the mapping
     */
    MetricsSchema mapping(String schema);
}
