package io.axisor.metrics.examples.fire;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.refresh.RefreshLease;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Three replicas and one lease, the leader killed at random, ten times in each of five groups that live beside each other.
 * Who computed when is told by the database and its clock.
 */
class LeaseIT {

    private static final Figures FIGURES = Figures.of(LeaseIT.class);
    private static final int GROUPS = 5;
    private static final int KILLS = 10;
    private static final Duration INTERVAL = Duration.ofMillis(100);

    /** Three intervals, and the two seconds more for which a refresher asks. */
    private static final Duration LEASE = INTERVAL.multipliedBy(3).plusSeconds(2);

    /** What a thread or the server may be late on a machine that has other things to do. */
    private static final Duration LATENESS = Duration.ofSeconds(2);

    private static final String TABLES = """
            CREATE TABLE lease (name INTEGER PRIMARY KEY, holder TEXT, held_until TIMESTAMPTZ);
            CREATE TABLE computed (name INTEGER, replica TEXT, begun TIMESTAMPTZ, ended TIMESTAMPTZ);
            """;

    /** Each with the one before it in its group, by the database's clock. */
    private static final String CHANGES = """
            SELECT replica <> before AS is_change, EXTRACT(EPOCH FROM begun - ended_before) AS gap FROM (
                SELECT name, replica, begun, LAG(replica) OVER w AS before, LAG(ended) OVER w AS ended_before
                FROM computed WINDOW w AS (PARTITION BY name ORDER BY begun)) changes
            WHERE before IS NOT NULL
            """;

    /** A row that says who may compute and until when, in the time of the database. */
    private static final class RowLease implements RefreshLease {

        private final HikariDataSource database;
        private final int name;
        private final String holder;

        RowLease(HikariDataSource database, int name, String holder) {
            this.database = database;
            this.name = name;
            this.holder = holder;
        }

        @Override
        public boolean tryHold(Duration duration) {
            return update(
                    "UPDATE lease SET holder = ?, held_until = clock_timestamp() + ? * interval '1 ms'"
                            + " WHERE name = ? AND (holder = ? OR held_until <= clock_timestamp())",
                    holder,
                    duration.toMillis(),
                    name,
                    holder);
        }

        @Override
        public void release() {
            if (!database.isClosed()) {
                update("UPDATE lease SET held_until = clock_timestamp() WHERE name = ? AND holder = ?", name, holder);
            }
        }

        private boolean update(String sql, Object... arguments) {
            return LeaseIT.update(database, sql, arguments) == 1;
        }
    }

    /** A replica with a pool of its own, which dies with it. */
    private static final class Replica implements AutoCloseable {

        private final HikariDataSource database;
        private final MetricsRefresher refresher;

        Replica(EmbeddedPostgres server, int group, String name) {
            HikariConfig config = new HikariConfig();
            config.setDataSource(server.getPostgresDatabase());
            config.setMaximumPoolSize(2);
            database = new HikariDataSource(config);
            ScriptedDomain work = new ScriptedDomain(at -> compute(group, name));
            refresher = MetricsRefresher.builder(work.metrics(InstantSource.system()))
                    .interval(Duration.ofHours(1))
                    .interval(ScriptedDomain.NAME, INTERVAL)
                    .lease(new RowLease(database, group, name))
                    .build()
                    .start();
        }

        private long compute(int group, String name) {
            return update(
                    database,
                    "INSERT INTO computed SELECT ?, ?, begun, clock_timestamp()"
                            + " FROM (SELECT clock_timestamp() AS begun, pg_sleep(0.01) OFFSET 0) work",
                    group,
                    name);
        }

        boolean shows() {
            return !refresher.snapshot().find(ScriptedDomain.NUMBER.key(), null).isEmpty();
        }

        /** No word to anybody: connections are cut, the lease stays taken, the refresher is left to itself. */
        void kill() {
            database.close();
        }

        @Override
        public void close() {
            refresher.close();
            database.close();
        }
    }

    private static int update(HikariDataSource database, String sql, Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Timeout(120)
    void neverTwoComputeAndNeverNoneForLongerThanTheLease() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        ExecutorService groups = Executors.newFixedThreadPool(GROUPS);
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            run(server, TABLES);
            List<Future<?>> lives = new ArrayList<>();
            for (int i = 0; i < GROUPS; i++) {
                int group = i;
                run(server, "INSERT INTO lease VALUES (" + group + ", '', clock_timestamp())");
                lives.add(groups.submit(() -> {
                    live(server, group, looks);
                    return null;
                }));
            }
            for (Future<?> life : lives) {
                life.get();
            }
            checkChanges(server);
            FIGURES.record("looks at what the replicas show, more than one showed", looks + ", 0");
        } finally {
            groups.shutdownNow();
        }
    }

    private static void live(EmbeddedPostgres server, int group, AtomicInteger looks) throws Exception {
        Random random = new Random(group);
        List<Replica> replicas = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                replicas.add(new Replica(server, group, "replica-" + i));
            }
            for (int kill = 0; kill < KILLS; kill++) {
                Replica leader = awaitLeader(replicas, looks);
                Thread.sleep(random.nextInt(400));
                leader.kill();
                awaitSilence(leader, replicas, looks);
                replicas.remove(leader);
                leader.close();
                replicas.add(new Replica(server, group, "replica-" + (3 + kill)));
            }
            awaitLeader(replicas, looks);
        } finally {
            replicas.forEach(Replica::close);
        }
    }

    private static Replica awaitLeader(List<Replica> replicas, AtomicInteger looks) throws InterruptedException {
        AtomicReference<Replica> found = new AtomicReference<>();
        Eventually.await("a leader", () -> {
            leader(replicas, looks).ifPresent(found::set);
            return found.get() != null;
        });
        return found.get();
    }

    /** One that is dead shows its last values until its own lease has run out, and no longer. */
    private static void awaitSilence(Replica dead, List<Replica> replicas, AtomicInteger looks)
            throws InterruptedException {
        Eventually.await(
                "the dead one is silent",
                () -> leader(replicas, looks).filter(dead::equals).isEmpty());
    }

    private static Optional<Replica> leader(List<Replica> replicas, AtomicInteger looks) {
        List<Replica> leaders = replicas.stream().filter(Replica::shows).toList();
        assertThat(leaders).as("those that show values").hasSizeLessThan(2);
        looks.incrementAndGet();
        return leaders.stream().findFirst();
    }

    private static void checkChanges(EmbeddedPostgres server) throws SQLException {
        int changes = 0;
        double longest = 0;
        double closest = Double.MAX_VALUE;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(CHANGES)) {
            while (rows.next()) {
                double gap = rows.getDouble("gap");
                longest = Math.max(longest, gap);
                closest = Math.min(closest, gap);
                changes += rows.getBoolean("is_change") ? 1 : 0;
            }
        }
        Duration limit = LEASE.plus(INTERVAL.multipliedBy(11).dividedBy(10)).plus(LATENESS);
        FIGURES.record("leaders killed, new ones that computed", GROUPS * KILLS + ", " + changes);
        FIGURES.record("shortest time between two computations, of whomever", seconds(closest));
        FIGURES.record("longest time without, lease 2.3 s and interval 0.1 s", seconds(longest));
        assertThat(closest).as("time between two, negative if they overlap").isPositive();
        assertThat(changes).isGreaterThanOrEqualTo(GROUPS * KILLS);
        assertThat(longest).isLessThan(limit.toMillis() / 1e3);
    }

    private static String seconds(double number) {
        return String.format(Locale.ROOT, "%.3f s", number);
    }

    private static void run(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
