package io.axisor.metrics.jdbc;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.axisor.metrics.jdbc.server.MariaDbServer;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** MariaDB, through its own driver or through MySQL's, on one server. */
final class MariaDbEngine extends MySqlFamilyEngine {

    private static int port;

    private final boolean isOverConnectorJ;

    private MariaDbEngine(boolean isOverConnectorJ) {
        super("MariaDB");
        this.isOverConnectorJ = isOverConnectorJ;
    }

    static MariaDbEngine overItsOwnDriver() {
        return new MariaDbEngine(false);
    }

    static MariaDbEngine overConnectorJ() {
        return new MariaDbEngine(true);
    }

    private static synchronized int port() throws IOException, InterruptedException {
        if (port == 0) {
            port = MariaDbServer.start();
        }
        return port;
    }

    @Override
    DataSource connect(String parameters) throws IOException, InterruptedException, SQLException {
        String address = "127.0.0.1:" + port() + "/tests?" + parameters;
        if (!isOverConnectorJ) {
            return new MariaDbDataSource("jdbc:mariadb://" + address + "&sslMode=disable");
        }
        MysqlDataSource dataSource = new MysqlDataSource();
        dataSource.setUrl("jdbc:mysql://" + address + "&sslMode=DISABLED");
        return dataSource;
    }
}
