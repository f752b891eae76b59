package io.axisor.metrics.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is answered to whom, asked by raw sockets. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class MetricsServerIT {

    private static final String OK = "HTTP/1.1 200 OK";

    @TempDir
    private Path folder;

    @Test
    void onlyGetAndHeadOfExactPathsAreAnswered() throws Exception {
        try (Scraped service = new Scraped(Shop.write(folder, Shop.text()))) {
            assertThat(ask(service, "GET /metrics")).startsWith(OK).contains("business_exporter_config");
            assertThat(ask(service, "HEAD /metrics")).startsWith(OK).doesNotContain("business_exporter_config");
            assertThat(ask(service, "HEAD /")).startsWith(OK).doesNotContain("<html");
            for (String path : List.of("/metricsfoo", "/metrics/", "/healthy", "/metrics/../x", "/index.html")) {
                assertThat(ask(service, "GET " + path)).as(path).startsWith("HTTP/1.1 404 ");
            }
            for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW")) {
                for (String path : List.of("/", "/metrics", "/health", "/nothing")) {
                    assertThat(ask(service, method + " " + path))
                            .startsWith("HTTP/1.1 405 ")
                            .contains("Allow: GET, HEAD");
                }
            }
        }
    }

    @Test
    void everyAnswerForbidsScriptsFramesAndCaches() throws Exception {
        try (Scraped service = new Scraped(Shop.write(folder, Shop.text()))) {
            for (String path : List.of("/", "/metrics", "/health", "/nothing")) {
                assertThat(ask(service, "GET " + path).lines())
                        .anyMatch(line -> line.startsWith("Content-security-policy: default-src 'none'"))
                        .contains(
                                "X-frame-options: DENY", "X-content-type-options: nosniff", "Cache-control: no-store");
            }
        }
    }

    @Test
    void aHundredHalfSentRequestsStarveNoScrapeAndAreEnded() throws Exception {
        List<Socket> halfSent = new ArrayList<>();
        try (Scraped service = new Scraped(Shop.write(folder, Shop.text()))) {
            for (int i = 0; i < 100; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
                halfSent.add(socket);
                send(
                        socket,
                        i % 2 == 0
                                ? "GET /metrics HTTP/1.1\r\nHost: "
                                : "POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nx");
            }
            long begun = System.nanoTime();
            assertThat(ask(service, "GET /metrics")).startsWith(OK);
            assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(4));

            halfSent.get(0).setSoTimeout(30_000);
            assertThat(halfSent.get(0).getInputStream().read())
                    .as("it is ended")
                    .isEqualTo(-1);
        } finally {
            for (Socket socket : halfSent) {
                socket.close();
            }
        }
    }

    @Test
    void headersWithoutEndAreRefused() throws Exception {
        try (Scraped service = new Scraped(Shop.write(folder, Shop.text()))) {
            assertThat(ask(service, "GET /metrics", "X-Long: " + "x".repeat(20_000)))
                    .doesNotContain(OK);
            String[] many =
                    IntStream.range(0, 200).mapToObj(i -> "X-" + i + ": x").toArray(String[]::new);
            assertThat(ask(service, "GET /metrics", many)).doesNotContain(OK);
        }
    }

    @Test
    void whoHasNoPasswordSeesNothing() throws Exception {
        String text = "basic-auth: {user: prometheus, password: 'grüße:'}\n" + Shop.text();
        try (Scraped service = new Scraped(Shop.write(folder, text))) {
            for (String path : List.of("/", "/metrics", "/health", "/nothing")) {
                assertThat(ask(service, "GET " + path))
                        .startsWith("HTTP/1.1 401 ")
                        .doesNotContain("business_");
            }
            assertThat(ask(service, "GET /metrics", authorization("prometheus", "wrong")))
                    .startsWith("HTTP/1.1 401 ");
            assertThat(ask(service, "GET /metrics", authorization("prometheus", "grüße:")))
                    .startsWith(OK)
                    .contains("business_exporter_config");
        }
    }

    @Test
    void whatIsSentIsEncryptedWhereItIsAskedFor() throws Exception {
        Path keystore = Certificate.write(folder, "secret");
        String text = "tls: {keystore: '" + keystore + "', password: secret}\n" + Shop.text();
        try (Scraped service = new Scraped(Shop.write(folder, text));
                Socket socket = trusting(keystore)
                        .getSocketFactory()
                        .createSocket(InetAddress.getLoopbackAddress(), service.port())) {
            send(socket, "GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(received(socket)).startsWith(OK).contains("business_exporter_config");
            assertThat(ask(service, "GET /metrics")).doesNotContain(OK, "business_");
        }
    }

    private static SSLContext trusting(Path keystore) throws Exception {
        KeyStore trusted = KeyStore.getInstance(keystore.toFile(), "secret".toCharArray());
        KeyStore certificates = KeyStore.getInstance(KeyStore.getDefaultType());
        certificates.load(null);
        certificates.setCertificateEntry("exporter", trusted.getCertificate("exporter"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static String authorization(String user, String password) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String ask(Scraped service, String request, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.setSoTimeout(30_000);
            StringBuilder text =
                    new StringBuilder(request).append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
            for (String header : headers) {
                text.append(header).append("\r\n");
            }
            send(socket, text + "\r\n");
            return received(socket);
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** Everything until the end, also where the server ended it hard. */
    private static String received(Socket socket) {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[8192];
        try {
            int length = socket.getInputStream().read(buffer);
            while (length >= 0) {
                text.append(new String(buffer, 0, length, StandardCharsets.UTF_8));
                length = socket.getInputStream().read(buffer);
            }
        } catch (IOException e) {
            text.append("\nended by ").append(e.getMessage());
        }
        return text.toString();
    }
}
