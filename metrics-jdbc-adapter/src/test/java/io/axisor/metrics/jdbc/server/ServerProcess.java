package io.axisor.metrics.jdbc.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A database server as a process of its own. It ends with this JVM, and its folder goes, however the JVM ends, also when it
 * is killed: a shell reads from a pipe that this JVM alone can write to, and cleans up when that closes.
 */
final class ServerProcess {

    /**
     * Begins at the first line that it reads. Ctrl-C reaches all processes of a terminal, and what is written after the JVM's
     * end reaches nobody, hence the trap.
     */
    private static final String GUARD = """
            trap '' INT TERM HUP PIPE
            folder=$1; shift
            if read -r begin; then
                exec 3<&0 2>/dev/null
                "$@" </dev/null >"$folder/server.log" 2>&1 &
                server=$!
                (read -r end <&3; kill -KILL $server) &
                watch=$!
                wait $server
                kill -KILL $watch
                tail -c 4000 "$folder/server.log" 2>/dev/null
            fi
            rm -rf "$folder"
            """;

    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final Process guard;
    private final Path log;

    private ServerProcess(Process guard, Path log) {
        this.guard = guard;
        this.log = log;
    }

    /**
     * Guards a folder from now on, and the server from when it {@link #begin begins}.
     *
     * @param folder goes with the server
     * @param script makes the shell become the server; the folder is its {@code $1}
     */
    static ServerProcess guarding(ServerFolder folder, String script) throws IOException {
        String path = folder.path().toString();
        ProcessBuilder builder = new ProcessBuilder(
                        "sh", "-c", GUARD, "guard", path, "sh", "-c", script, "server", path)
                .redirectErrorStream(true);
        ServerProcess process = new ServerProcess(builder.start(), folder.resolve("server.log"));
        Runtime.getRuntime().addShutdownHook(new Thread(process::end));
        return process;
    }

    void begin() throws IOException {
        guard.getOutputStream().write('\n');
        guard.getOutputStream().flush();
    }

    /** Ends the server, if it runs, and waits until its folder is gone. */
    void end() {
        try {
            guard.getOutputStream().close();
            guard.waitFor(20, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new IllegalStateException("the server's guard is gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the server takes connections. */
    void awaitConnections(String url) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (true) {
            try {
                DriverManager.getConnection(url).close();
                return;
            } catch (SQLException e) {
                if (!guard.isAlive() || System.nanoTime() - begun > LONGEST_START.toNanos()) {
                    throw new IllegalStateException("nobody takes connections at " + url + ": " + lastWords(), e);
                }
            }
            Thread.sleep(50);
        }
    }

    private String lastWords() throws IOException {
        return guard.isAlive()
                ? Files.readString(log)
                : new String(guard.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
