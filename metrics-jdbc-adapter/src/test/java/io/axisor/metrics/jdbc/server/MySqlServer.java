package io.axisor.metrics.jdbc.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** MySQL 8.0 from the binaries of Kill Bill's test server, whose own starter does not work as root. */
public final class MySqlServer {

    private static final String BINARIES = "mysql-Linux-amd64.tar.gz";

    private static final String SCRIPT = """
            "$1/bin/mysqld" --defaults-file="$1/my.cnf" --initialize-insecure &&
                exec "$1/bin/mysqld" --defaults-file="$1/my.cnf" --init-file="$1/init.sql"
            """;

    private MySqlServer() {}

    /**
     * Starts one that ends with this JVM.
     *
     * @return its port on the loopback interface, where root needs no password
     * @throws IllegalStateException if the machine lacks a library that the server needs; the message names its package
     */
    public static int start() throws IOException, InterruptedException {
        ServerFolder folder = ServerFolder.create("mysql");
        ServerProcess process = ServerProcess.guarding(folder, SCRIPT);
        int port = ServerProcess.freePort();
        folder.unpackTarGz(BINARIES);
        requireLibraries(folder, process);
        Files.writeString(folder.resolve("my.cnf"), ServerOptions.of(folder, port) + """
                mysqlx=OFF
                skip-log-bin
                auto-generate-certs=OFF
                """);
        Files.writeString(folder.resolve("init.sql"), "CREATE DATABASE tests;\n");
        process.begin();
        process.awaitConnections("jdbc:mysql://127.0.0.1:" + port + "/tests?user=root&sslMode=DISABLED");
        return port;
    }

    private static void requireLibraries(ServerFolder folder, ServerProcess process) throws IOException {
        Process version = new ProcessBuilder(folder.resolve("bin/mysqld").toString(), "--version")
                .redirectErrorStream(true)
                .start();
        String said = new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (said.contains("libaio")) {
            process.end();
            throw new IllegalStateException(
                    "MySQL needs the library libaio.so.1, which this machine does not have; install"
                            + " Debian's package libaio1 (apt-get install libaio1), as .ci/run does");
        }
    }
}
