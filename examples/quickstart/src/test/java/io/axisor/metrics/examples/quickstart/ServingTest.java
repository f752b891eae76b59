package io.axisor.metrics.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The endpoint, and the end of it. */
@Timeout(120)
class ServingTest {

    private final CountDownLatch stop = new CountDownLatch(1);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private CompletableFuture<Integer> serve(String... arguments) {
        return CompletableFuture.supplyAsync(() -> Quickstart.commandLine(stop)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments));
    }

    private String url() throws InterruptedException {
        Pattern address = Pattern.compile("http://localhost:\\d+/metrics");
        waitUntil(() -> address.matcher(err.toString()).find());
        Matcher found = address.matcher(err.toString());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private void waitUntil(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time; standard error: %s", err).isLessThan(end);
            Thread.sleep(100);
        }
    }

    private static HttpResponse<String> get(String url) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(url + " does not answer", e);
        }
    }

    @Test
    void aLivingCompanyMovesTheMetricsUntilItIsStopped() throws Exception {
        CompletableFuture<Integer> run = serve("--port", "0", "--interval", "1");
        String url = url();
        HttpResponse<String> first = get(url);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        String logins = "business_users_active_24h ";
        assertThat(first.body()).contains(logins);
        assertThat(out.toString()).contains("users.active ");
        String before = valueOf(first.body(), logins);
        waitUntil(() -> !valueOf(get(url).body(), logins).equals(before));
        waitUntil(() -> err.toString().contains(" → "));
        assertThat(err.toString().lines().filter(line -> line.contains(" → ")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
        assertThat(first.body().lines())
                .contains(Stream.of("users", "revenue", "automation", "trading", "platform", "system")
                        .map(domain -> "business_refresh_up{domain=\"" + domain + "\"} 1.0")
                        .toArray(String[]::new));
        assertThat(first.body()).doesNotContain("axisor_");
        assertThat(get(url.replace("metrics", "")).statusCode()).isEqualTo(404);

        stop.countDown();
        assertThat(run.get(30, TimeUnit.SECONDS)).isZero();
        try (ServerSocket free = new ServerSocket(URI.create(url).getPort(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(free.isBound()).isTrue();
        }
        waitUntil(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("axisor-metrics")
                        || thread.getName().equals("company")));
    }

    @Test
    void theRequestsThatAreAnsweredAreMeasured() throws Exception {
        CompletableFuture<Integer> run = serve("--data", "src/test/resources/shop", "--port", "0", "--interval", "1");
        String url = url();
        assertThat(get(url).body()).contains("business_platform_requests_5m 0.0");
        get(url.replace("metrics", "favicon.ico"));
        waitUntil(() ->
                valueOf(get(url).body(), "business_platform_requests_5m ").compareTo("business_platform_requests_5m 2")
                        >= 0);
        String scrape = get(url).body();
        assertThat(scrape)
                .contains("business_platform_errors_5m_ratio 0.0")
                .contains("business_platform_response_time_5m_p95_seconds ")
                .contains(
                        "http_server_requests_seconds_count{outcome=\"CLIENT_ERROR\",status=\"404\",uri=\"NOT_FOUND\"} 1");
        stop.countDown();
        assertThat(run.get(30, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void theDashboardsOfAPresetAreServedAndMove() throws Exception {
        CompletableFuture<Integer> run = serve("--preset", "axisor", "--port", "0", "--interval", "1");
        String url = url();
        String active = "axisor_business_user_metrics{metric_type=\"active_users\",period=\"24h\",plan_type=\"all\"} ";
        String before = valueOf(get(url).body(), active);
        assertThat(before).startsWith(active);
        waitUntil(() -> !valueOf(get(url).body(), active).equals(before));
        assertThat(get(url).body()).contains("business_users_active_24h ");
        stop.countDown();
        assertThat(run.get(30, TimeUnit.SECONDS)).isZero();
    }

    private static String valueOf(String scrape, String series) {
        return scrape.lines()
                .filter(line -> line.startsWith(series))
                .findFirst()
                .orElse("");
    }

    @Test
    void aFolderIsServedAsOfItsInstant() throws Exception {
        CompletableFuture<Integer> run = serve(
                "--data",
                "src/test/resources/shop",
                "--as-of",
                "2024-03-01T00:00:00Z",
                "--port",
                "0",
                "--interval",
                "1");
        String url = url();
        String attempts = "business_refresh_duration_seconds_count{domain=\"revenue\",outcome=\"success\"} ";
        waitUntil(() -> valueOf(get(url).body(), attempts).compareTo(attempts + 2) > 0);
        assertThat(get(url).body().lines())
                .contains("business_users_active_30d 2.0", "business_data_issues{check=\"users.future\"} 0.0");
        stop.countDown();
        assertThat(run.get(30, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void aTakenPortIsNamedBeforeAnythingIsDone() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run run = Run.of("--port", String.valueOf(taken.getLocalPort()));
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .contains("port " + taken.getLocalPort() + " cannot be had", "--port 0")
                    .doesNotContain("loaded");
        }
    }
}
