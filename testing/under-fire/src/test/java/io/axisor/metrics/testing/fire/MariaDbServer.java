package io.axisor.metrics.testing.fire;

import io.axisor.metrics.jdbc.server.RestartableMariaDb;
import java.io.IOException;
import java.util.stream.Stream;

final class MariaDbServer extends DatabaseServer {

    private final RestartableMariaDb server = new RestartableMariaDb();

    MariaDbServer() throws IOException, InterruptedException {}

    @Override
    String url() {
        return server.url();
    }

    @Override
    String url(String user) {
        return server.url().replace("user=root", "user=" + user);
    }

    @Override
    void stop() {
        server.process().destroy();
        server.process().onExit().join();
    }

    @Override
    void start() throws IOException, InterruptedException {
        server.start();
    }

    @Override
    Stream<ProcessHandle> processes() {
        return Stream.of(server.process());
    }

    @Override
    String lock(String table) {
        return "LOCK TABLES " + table + " WRITE";
    }

    @Override
    String anHour() {
        return "SLEEP(3600)";
    }

    @Override
    String secondsAgo(String seconds) {
        return "UTC_TIMESTAMP() - INTERVAL " + seconds + " SECOND";
    }

    @Override
    String numbers(int most) {
        return "(SELECT seq AS n FROM seq_1_to_" + most + ") AS numbers";
    }

    @Override
    String micros() {
        return "CAST(UNIX_TIMESTAMP(SYSDATE(6)) * 1000000 AS INTEGER)";
    }

    @Override
    String sessions() {
        return "SELECT COUNT(*) FROM information_schema.processlist WHERE id <> CONNECTION_ID() AND command <> 'Daemon'";
    }

    @Override
    String running() {
        return sessions() + " AND command <> 'Sleep'";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
