package io.axisor.metrics.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.axisor.metrics.exporter.config.DatabaseAddress;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PoolsTest {

    private static final int LONGEST_LOGIN = 30_000;

    @Test
    void aServerThatTakesALoginAndStaysSilentIsGivenUpAndAskedAgain() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                HikariDataSource pool = pool(silent.getLocalPort())) {
            silent.setSoTimeout(LONGEST_LOGIN);
            for (int login = 0; login < 2; login++) {
                assertThatThrownBy(pool::getConnection).isInstanceOf(SQLException.class);
                try (Socket taken = silent.accept()) {
                    taken.setSoTimeout(LONGEST_LOGIN);
                    assertThat(taken.getInputStream().readAllBytes()).isNotEmpty();
                }
            }
        }
    }

    private static HikariDataSource pool(int port) {
        String url = "jdbc:postgresql://localhost:" + port + "/shop?sslmode=disable";
        return Pools.forWriting(
                new DatabaseAddress(url, Optional.of("me"), Optional.empty()), "silent", Duration.ofSeconds(1));
    }
}
