package io.axisor.metrics.jdbc;

import javax.sql.DataSource;
import org.hsqldb.jdbc.JDBCDataSource;

final class HsqldbEngine extends Engine {

    HsqldbEngine() {
        super("HSQLDB");
    }

    @Override
    DataSource start() {
        JDBCDataSource dataSource = new JDBCDataSource();
        dataSource.setURL("jdbc:hsqldb:mem:tests");
        return dataSource;
    }
}
