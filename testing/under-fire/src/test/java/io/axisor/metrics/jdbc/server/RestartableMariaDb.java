package io.axisor.metrics.jdbc.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A MariaDB whose process may end, and begin again with the same data. The kernel ends it with the JVM that started it. */
public final class RestartableMariaDb implements AutoCloseable {

    private final ServerFolder folder;
    private final int port;
    private Process process;

    /** Unpacks one and starts it. */
    public RestartableMariaDb() throws IOException, InterruptedException {
        folder = ServerFolder.create("mariadb");
        port = ServerProcess.freePort();
        MariaDbServer.prepare(folder, port);
        run("sh", "-c", MariaDbServer.SCRIPT, "sh", folder.path().toString());
    }

    /** Starts it again, with the data that it had. */
    public void start() throws IOException, InterruptedException {
        run(folder.resolve("bin/mariadbd").toString(), "--defaults-file=" + folder.resolve("my.cnf"));
    }

    private void run(String... command) throws IOException, InterruptedException {
        List<String> guarded = new ArrayList<>(List.of("setpriv", "--pdeathsig", "KILL"));
        guarded.addAll(List.of(command));
        process = new ProcessBuilder(guarded)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()))
                .start();
        while (!takesConnections()) {
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(folder.resolve("server.log")));
            }
            Thread.sleep(50);
        }
    }

    private boolean takesConnections() {
        try {
            DriverManager.getConnection(url()).close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Its process. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Where it is, for root, who needs no password. */
    public String url() {
        return MariaDbServer.url(port);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        try (Stream<Path> files = Files.walk(folder.path())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
