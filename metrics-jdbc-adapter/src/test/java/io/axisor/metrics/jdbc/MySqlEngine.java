package io.axisor.metrics.jdbc;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.axisor.metrics.jdbc.server.MySqlServer;
import java.io.IOException;
import javax.sql.DataSource;

final class MySqlEngine extends MySqlFamilyEngine {

    MySqlEngine() {
        super("MySQL");
    }

    private static int port;

    private static synchronized int port() throws IOException, InterruptedException {
        if (port == 0) {
            port = MySqlServer.start();
        }
        return port;
    }

    @Override
    DataSource connect(String parameters) throws IOException, InterruptedException {
        MysqlDataSource dataSource = new MysqlDataSource();
        dataSource.setUrl("jdbc:mysql://127.0.0.1:" + port() + "/tests?sslMode=DISABLED&" + parameters);
        return dataSource;
    }
}
