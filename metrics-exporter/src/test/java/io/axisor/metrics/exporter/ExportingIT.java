package io.axisor.metrics.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.exporter.config.ExporterConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ExportingIT {

    @TempDir
    private Path folder;

    @Test
    void aTargetThatDoesNotAnswerKeepsNoOtherWaiting() throws IOException, InterruptedException {
        try (ServerSocket one = server();
                ServerSocket other = server()) {
            Thread refresh;
            try (Exporting exporting = exporting(one, other)) {
                refresh = new Thread(exporting::refresh);
                refresh.start();
                try (Socket silent = one.accept();
                        Socket next = other.accept()) {
                    assertThat(silent.isClosed() || next.isClosed()).isFalse();
                }
            }
            refresh.join();
        }
    }

    /** One that a call is awaited at for half as long as a target waits for an answer. */
    private static ServerSocket server() throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setSoTimeout(5_000);
        return server;
    }

    private Exporting exporting(ServerSocket one, ServerSocket other) throws IOException {
        String address = "jdbc:postgresql://localhost:%d/shop";
        Path config = Shop.write(
                folder, """
                    query-timeout: 10s
                    targets:
                      - {name: one, url: "%s"}
                      - {name: other, url: "%s"}
                    schema:
                      users: {table: accounts, id: id, created-at: created_at}
                    """.formatted(address.formatted(one.getLocalPort()), address.formatted(other.getLocalPort())));
        return new Exporting(ExporterConfig.read(config, name -> null), null, new SharedLeases());
    }
}
