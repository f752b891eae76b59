package io.axisor.metrics.jdbc.server;

import java.time.ZoneOffset;

/**
 * What MySQL and MariaDB are configured alike in: private, small, careless about what a crash would lose, and in
 * a zone that is neither UTC nor the one of the tests' JVM.
 */
public final class ServerOptions {

    /** The zone of the servers, and of sessions that set none. */
    public static final ZoneOffset ZONE = ZoneOffset.ofHours(9);

    private ServerOptions() {}

    static String of(ServerFolder folder, int port) {
        return """
                [mysqld]
                user=%2$s
                basedir=%1$s
                datadir=%1$s/data
                socket=%1$s/socket
                pid-file=%1$s/pid
                tmpdir=%1$s
                bind-address=127.0.0.1
                port=%3$d
                performance-schema=OFF
                innodb-buffer-pool-size=64M
                innodb-flush-method=nosync
                innodb-flush-log-at-trx-commit=0
                innodb-doublewrite=OFF
                character-set-server=utf8mb4
                default-time-zone=%4$s
                """.formatted(folder.path(), System.getProperty("user.name"), port, ZONE);
    }
}
