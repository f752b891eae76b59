package io.axisor.metrics.testing.fire;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

final class PostgresServer extends DatabaseServer {

    private final Path data = Files.createTempDirectory("under-fire").resolve("postgres");
    private EmbeddedPostgres server;
    private int port;

    PostgresServer() throws IOException {
        server = begin();
        port = server.getPort();
    }

    private EmbeddedPostgres begin() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    int port() {
        return port;
    }

    @Override
    String url() {
        return url("postgres");
    }

    @Override
    String url(String user) {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=" + user + "&loginTimeout=3";
    }

    @Override
    void stop() throws IOException {
        server.close();
    }

    @Override
    void forget() throws IOException {
        server.close(); // it holds a lock on the folder
    }

    @Override
    void start() throws IOException {
        server = begin();
    }

    @Override
    Stream<ProcessHandle> processes() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants());
    }

    @Override
    String lock(String table) {
        return "LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE";
    }

    @Override
    String anHour() {
        return "CAST(pg_sleep(3600) AS text)";
    }

    @Override
    String secondsAgo(String seconds) {
        return "now() AT TIME ZONE 'UTC' - " + seconds + " * interval '1 second'";
    }

    @Override
    String numbers(int most) {
        return "generate_series(1, " + most + ") AS numbers(n)";
    }

    @Override
    String micros() {
        return "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT)";
    }

    @Override
    String sessions() {
        return "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <>"
                + " pg_backend_pid()";
    }

    @Override
    String running() {
        return sessions() + " AND state = 'active'";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
