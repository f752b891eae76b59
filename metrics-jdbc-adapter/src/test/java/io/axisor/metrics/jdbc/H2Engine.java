package io.axisor.metrics.jdbc;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

final class H2Engine extends Engine {

    private final String settings;

    H2Engine() {
        this("tests");
    }

    /** A database in memory, by its name and settings. */
    H2Engine(String settings) {
        super("H2");
        this.settings = settings;
    }

    @Override
    DataSource start() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:" + settings + ";DB_CLOSE_DELAY=-1");
        return dataSource;
    }
}
