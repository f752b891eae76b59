package io.axisor.metrics.testing.fire;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.refresh.RefreshLease;
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
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/**
 * Three replicas and one lease, the leader killed at random, ten times in each of five groups that live beside each other.
 * Who computed when is told by the database and its clock.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class LeaseContract {

    private static final int GROUPS = 5;
    private static final int KILLS = 10;
    private static final Duration INTERVAL = Duration.ofMillis(100);

    /** Three intervals, and the two seconds more for which a refresher asks. */
    private static final Duration LEASE = INTERVAL.multipliedBy(3).plusSeconds(2);

    /** What a thread or the server may be late on a machine that has other things to do. */
    private static final Duration LATENESS = Duration.ofSeconds(2);

    private static final Duration WORK = Duration.ofMillis(10);

    /** Each computation with the one before it in its group. */
    private static final String CHANGES = """
            SELECT replica <> last_replica AS is_change, begun - last_ended AS gap FROM (
                SELECT name, replica, begun, LAG(replica) OVER w AS last_replica, LAG(ended) OVER w AS last_ended
                FROM computed WINDOW w AS (PARTITION BY name ORDER BY begun)) changes
            WHERE last_ended IS NOT NULL
            """;

    /** Times are microseconds of the database's clock. */
    private static final List<String> TABLES = List.of(
            "CREATE TABLE lease (name INTEGER PRIMARY KEY, holder VARCHAR(20), held_until BIGINT)",
            "CREATE TABLE computed (name INTEGER, replica VARCHAR(20), begun BIGINT, ended BIGINT)");

    private final DatabaseServer server;
    private final Figures figures = Figures.of(getClass());
    private final AtomicInteger looks = new AtomicInteger();

    LeaseContract(DatabaseServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeTables() throws SQLException {
        server.run(TABLES.toArray(String[]::new));
    }

    @AfterAll
    void end() throws Exception {
        server.close();
    }

    /** A row that says who may compute and until when, in the time of the database. */
    private final class RowLease implements RefreshLease {

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
            String sql = "UPDATE lease SET holder = ?, held_until = NOW + ?"
                    + " WHERE name = ? AND (holder = ? OR held_until <= NOW)";
            return update(database, sql, holder, micros(duration), name, holder) == 1;
        }

        @Override
        public void release() {
            if (!database.isClosed()) {
                update(database, "UPDATE lease SET held_until = NOW WHERE name = ? AND holder = ?", name, holder);
            }
        }
    }

    /** A replica with a pool of its own, which dies with it. */
    private final class Replica implements AutoCloseable {

        private final HikariDataSource database;
        private final MetricsRefresher refresher;

        Replica(int group, String name) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(server.url());
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
            long begun = now(database);
            LockSupport.parkNanos(WORK.toNanos());
            return update(database, "INSERT INTO computed VALUES (?, ?, ?, NOW)", group, name, begun);
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

    private int update(DataSource database, String sql, Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql.replace("NOW", server.micros()))) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long now(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + server.micros())) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Timeout(120)
    void neverTwoComputeAndNeverNoneForLongerThanTheLease() throws Exception {
        ExecutorService groups = Executors.newFixedThreadPool(GROUPS);
        try {
            List<Future<?>> lives = new ArrayList<>();
            for (int i = 0; i < GROUPS; i++) {
                int group = i;
                server.run("INSERT INTO lease VALUES (" + group + ", '', 0)");
                lives.add(groups.submit(() -> {
                    live(group);
                    return null;
                }));
            }
            for (Future<?> life : lives) {
                life.get();
            }
            checkChanges();
            figures.record("looks at what the replicas show, more than one showed", looks + ", 0");
        } finally {
            groups.shutdownNow();
        }
    }

    private void live(int group) throws Exception {
        Random random = new Random(group);
        List<Replica> replicas = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                replicas.add(new Replica(group, "replica-" + i));
            }
            for (int kill = 0; kill < KILLS; kill++) {
                Replica leader = awaitLeader(replicas);
                Thread.sleep(random.nextInt(400));
                leader.kill();
                awaitSilence(leader, replicas);
                replicas.remove(leader);
                leader.close();
                replicas.add(new Replica(group, "replica-" + (3 + kill)));
            }
            awaitLeader(replicas);
        } finally {
            replicas.forEach(Replica::close);
        }
    }

    private Replica awaitLeader(List<Replica> replicas) throws InterruptedException {
        AtomicReference<Replica> found = new AtomicReference<>();
        Eventually.await("a leader", () -> {
            leader(replicas).ifPresent(found::set);
            return found.get() != null;
        });
        return found.get();
    }

    /** One that is dead shows its last values until its own lease has run out, and no longer. */
    private void awaitSilence(Replica dead, List<Replica> replicas) throws InterruptedException {
        Eventually.await(
                "the dead one is silent",
                () -> leader(replicas).filter(dead::equals).isEmpty());
    }

    private Optional<Replica> leader(List<Replica> replicas) {
        List<Replica> leaders = replicas.stream().filter(Replica::shows).toList();
        assertThat(leaders).as("those that show values").hasSizeLessThan(2);
        looks.incrementAndGet();
        return leaders.stream().findFirst();
    }

    private void checkChanges() throws SQLException {
        int changes = 0;
        long longest = 0;
        long closest = Long.MAX_VALUE;
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(CHANGES)) {
            while (rows.next()) {
                long gap = rows.getLong("gap");
                longest = Math.max(longest, gap);
                closest = Math.min(closest, gap);
                changes += rows.getBoolean("is_change") ? 1 : 0;
            }
        }
        Duration limit = LEASE.plus(INTERVAL.multipliedBy(11).dividedBy(10)).plus(LATENESS);
        figures.record("leaders killed, new ones that computed", GROUPS * KILLS + ", " + changes);
        figures.record("shortest time between two computations, of whomever", seconds(closest));
        figures.record("longest time without, lease 2.3 s and interval 0.1 s", seconds(longest));
        assertThat(closest).as("time between two, negative if they overlap").isPositive();
        assertThat(changes).isGreaterThanOrEqualTo(GROUPS * KILLS);
        assertThat(longest).isLessThan(micros(limit));
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }

    private static String seconds(long micros) {
        return String.format(Locale.ROOT, "%.3f s", micros / 1e6);
    }
}
