package io.axisor.metrics.jdbc;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

final class H2Engine extends Engine {

    H2Engine() {
        super("H2");
    }

    @Override
    DataSource start() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:tests;DB_CLOSE_DELAY=-1");
        return dataSource;
    }
}
