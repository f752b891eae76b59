package io.axisor.metrics.jdbc;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.axisor.metrics.jdbc.server.MySqlServer;
import java.io.IOException;
import javax.sql.DataSource;

final class MySqlEngine extends MySqlFamilyEngine {

    MySqlEngine() {
        super("MySQL");
    }

    @Override
    DataSource connect() throws IOException, InterruptedException {
        MysqlDataSource dataSource = new MysqlDataSource();
        dataSource.setUrl("jdbc:mysql://127.0.0.1:" + MySqlServer.start() + "/tests?user=root&sslMode=DISABLED");
        return dataSource;
    }
}
