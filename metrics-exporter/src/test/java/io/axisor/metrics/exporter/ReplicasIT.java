package io.axisor.metrics.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Three replicas, each a process of its own, and one database. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class ReplicasIT {

    /** Three intervals of a second, and the two more for which the lease is asked; the rest is for a slow machine. */
    private static final Duration LONGEST_GAP = Duration.ofSeconds(5).plusSeconds(5);

    private final List<ExporterProcess> replicas = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void exactlyOneComputesAndOneThatIsGoneIsReplaced() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            prepare(server);
            String config = "refresh: {interval: 1s, jitter: 0}\nlease: {}\ntargets:\n  - url: " + url
                    + "\nschema:\n  users: {table: accounts, id: id, created-at: created_at}\n";
            for (int i = 0; i < 3; i++) {
                replicas.add(new ExporterProcess(folder, "replica-" + i, config));
            }
            for (ExporterProcess replica : replicas) {
                replica.await(line -> line.matches("business_refresh_duration_seconds_count\\{domain=\"users\","
                        + "outcome=\"(standby|success)\"} [1-9].*"));
            }

            ExporterProcess leader = onlyLeader(Duration.ofSeconds(6));
            ExporterProcess second = replacedAfter(leader, ExporterProcess::kill);
            replacedAfter(second, ExporterProcess::terminate);
        } finally {
            for (ExporterProcess replica : replicas) {
                replica.close();
            }
        }
    }

    private static void prepare(EmbeddedPostgres server) throws Exception {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(Guide.tableOfLocks());
            statement.execute("CREATE TABLE accounts AS SELECT id, now() - id * interval '1 hour' AS created_at"
                    + " FROM generate_series(1, 1000) id");
        }
    }

    private interface Ending {
        void end(ExporterProcess replica) throws Exception;
    }

    private ExporterProcess replacedAfter(ExporterProcess leader, Ending ending) throws Exception {
        ending.end(leader);
        replicas.remove(leader);
        Instant gone = Instant.now();
        while (leaders().isEmpty()) {
            assertThat(Duration.between(gone, Instant.now())).isLessThan(LONGEST_GAP);
            Thread.sleep(50);
        }
        return onlyLeader(Duration.ofSeconds(3));
    }

    /** Looks again and again, and never sees two. */
    private ExporterProcess onlyLeader(Duration looked) throws Exception {
        Instant end = Instant.now().plus(looked);
        List<ExporterProcess> leaders = leaders();
        while (Instant.now().isBefore(end)) {
            assertThat(leaders).hasSize(1);
            assertThat(leaders()).isEqualTo(leaders);
            Thread.sleep(20);
        }
        return leaders.get(0);
    }

    /** Those that show what the database holds. */
    private List<ExporterProcess> leaders() throws Exception {
        List<ExporterProcess> leaders = new ArrayList<>();
        for (ExporterProcess replica : replicas) {
            if (replica.scrape().stream().anyMatch(line -> line.startsWith("business_users{"))) {
                leaders.add(replica);
            }
        }
        return leaders;
    }
}
