package io.axisor.metrics.testing.fire;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A pooler in a process of its own, which shares few sessions of PostgreSQL among all its clients, a transaction at a time. */
final class PgBouncer implements AutoCloseable {

    /** Debian has it where the users' paths do not lead. */
    private static final List<String> FOLDERS = Stream.concat(
                    Stream.of(System.getenv("PATH").split(File.pathSeparator)), Stream.of("/usr/sbin"))
            .toList();

    private static final Duration START = Duration.ofSeconds(20);

    private final int port;
    private final Process process;

    /** Begins between clients and a server on this machine. */
    PgBouncer(int serverPort, int sessions) throws IOException, InterruptedException {
        port = freePort();
        Path folder = Files.createTempDirectory("pgbouncer");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path config = folder.resolve("pgbouncer.ini");
        Files.writeString(
                config,
                String.join(
                        "\n",
                        "[databases]",
                        "postgres = host=127.0.0.1 port=" + serverPort + " user=postgres dbname=postgres",
                        "[pgbouncer]",
                        "listen_addr = 127.0.0.1",
                        "listen_port = " + port,
                        "unix_socket_dir =",
                        "auth_type = any",
                        "pool_mode = transaction",
                        "default_pool_size = " + sessions,
                        "ignore_startup_parameters = extra_float_digits",
                        ""));
        List<String> command = new ArrayList<>(List.of(executable(), config.toString()));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(1, List.of("-u", "nobody")); // it refuses to be root
        }
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        awaitStart(folder.resolve("log"));
    }

    private static String executable() {
        return FOLDERS.stream()
                .map(folder -> Path.of(folder, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "pgbouncer is not on the PATH; unpack or install Debian's package pgbouncer, as .ci/run does"))
                .toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart(Path log) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (true) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() - begun > START.toNanos()) {
                    throw new IllegalStateException("pgbouncer does not start: " + Files.readString(log), e);
                }
                Thread.sleep(20);
            }
        }
    }

    /** Where clients connect, with a setting of the driver's that such a pooler needs. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=any&prepareThreshold=0";
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
