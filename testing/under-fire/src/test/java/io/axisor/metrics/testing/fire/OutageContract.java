package io.axisor.metrics.testing.fire;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/**
 * A database that is hurt while an application embeds the library: what the application notices meanwhile, and that nothing
 * of it is left when it is over.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
abstract class OutageContract {

    /** Long enough for what hangs to let the other domains pass. */
    private static final Duration OUTAGE = Duration.ofSeconds(10);

    /** Long enough for eight attempts, where nothing hangs. */
    private static final Duration REFUSAL = Duration.ofSeconds(4);

    /** A scrape that waits for nothing takes a millisecond; the rest is for what else a small machine does. */
    private static final Duration LONGEST_SCRAPE = Duration.ofMillis(500);

    private static final Duration MEDIAN_SCRAPE = Duration.ofMillis(50);

    /**
     * The statement's timeout, the grace of the network's, and the ten seconds for which PostgreSQL's driver waits for a
     * request to cancel to be taken; the rest is for a slow machine.
     */
    private static final Duration LONGEST_LOAN =
            Host.QUERY_TIMEOUT.plusSeconds(2).plusSeconds(10).plusSeconds(3);

    /** The domains of the tables. */
    private static final Set<String> BOTH = Set.of("users", "revenue");

    private final DatabaseServer server;
    private final Figures figures = Figures.of(getClass());

    OutageContract(DatabaseServer server) {
        this.server = server;
    }

    @BeforeAll
    void makeTables() throws Exception {
        server.run(
                "CREATE USER metrics",
                "CREATE TABLE accounts AS SELECT n AS id, " + server.secondsAgo("n * 1000") + " AS created_at FROM "
                        + server.numbers(5000),
                "CREATE UNIQUE INDEX accounts_id ON accounts (id)",
                "GRANT SELECT ON accounts TO metrics");
        makePayments();
    }

    private void makePayments() throws Exception {
        server.run(
                "CREATE TABLE payments AS SELECT n AS id, n AS account_id, 10 + 0.5 * n AS amount, 'PAID' AS state, "
                        + server.secondsAgo("n * 500") + " AS created_at FROM " + server.numbers(5000),
                "CREATE INDEX payments_account_id ON payments (account_id)",
                "GRANT SELECT ON payments TO metrics");
    }

    @AfterAll
    void end() throws Exception {
        server.close();
    }

    /** Something that is done to a database. */
    interface Blow {
        void fall() throws Exception;
    }

    @Test
    void stopped() throws Exception {
        survives("stopped and started", server.url(), server::stop, server::start);
    }

    @Test
    void killed() throws Exception {
        survives("killed and started", server.url(), server::kill, server::start);
    }

    @Test
    void paused() throws Exception {
        survives("paused (SIGSTOP)", server.url(), server::pause, server::resume);
    }

    @Test
    void aNetworkThatSwallowsEverything() throws Exception {
        int port = Integer.parseInt(server.url().replaceFirst(".*:(\\d+)/.*", "$1"));
        try (TcpProxy network = new TcpProxy(port)) {
            String url = server.url().replace(":" + port, ":" + network.port());
            survives("network half-open", url, network::swallow, network::heal);
        }
    }

    @Test
    void aTableThatIsLocked() throws Exception {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            survives(
                    "table locked",
                    server.url(),
                    () -> statement.execute(server.lock("accounts")),
                    connection::close,
                    Set.of("users"));
        }
    }

    @Test
    void aPoolWithoutAConnectionToSpare() throws Exception {
        List<Connection> taken = new ArrayList<>();
        try (Host host = new Host(server.url())) {
            survives(
                    "pool empty",
                    host,
                    () -> {
                        while (taken.size() < Host.CONNECTIONS) {
                            taken.add(host.pool().getConnection());
                        }
                    },
                    () -> {
                        for (Connection connection : taken) {
                            connection.close();
                        }
                    },
                    BOTH,
                    OUTAGE);
        }
        assertNothingIsLeft("pool empty");
    }

    @Test
    void aStatementThatNeverReturns() throws Exception {
        try (Host host = new Host(server.url(), "SELECT " + server.anHour())) {
            await(() -> isFresh(host, BOTH, Instant.EPOCH));
            host.loans().longest();
            Instant begun = Instant.now();
            await(() -> host.health("stuck").lastFailure().isPresent());
            Thread.sleep(OUTAGE.toMillis());

            assertThat(isFresh(host, List.of("users", "revenue", "system"), begun.plusSeconds(5)))
                    .isTrue();
            assertNobodyWaited("statement never returns", host);
        }
        assertNothingIsLeft("statement never returns");
    }

    @Test
    void aTableThatIsDropped() throws Exception {
        refuses("table dropped", server.url(), () -> server.run("DROP TABLE payments"), this::makePayments, BOTH);
    }

    @Test
    void aColumnThatIsRenamed() throws Exception {
        refuses(
                "column renamed",
                server.url(),
                () -> server.run("ALTER TABLE accounts RENAME COLUMN created_at TO made_at"),
                () -> server.run("ALTER TABLE accounts RENAME COLUMN made_at TO created_at"),
                Set.of("users"));
    }

    @Test
    void aPermissionThatIsRevoked() throws Exception {
        refuses(
                "permission revoked",
                server.url("metrics"),
                () -> server.run("REVOKE SELECT ON payments FROM metrics"),
                () -> server.run("GRANT SELECT ON payments TO metrics"),
                BOTH);
    }

    private void survives(String name, String url, Blow blow, Blow mend) throws Exception {
        survives(name, url, blow, mend, BOTH);
    }

    private void survives(String name, String url, Blow blow, Blow mend, Set<String> failing) throws Exception {
        try (Host host = new Host(url)) {
            survives(name, host, blow, mend, failing, OUTAGE);
        }
        assertNothingIsLeft(name);
    }

    /** Each statement fails at once. */
    private void refuses(String name, String url, Blow blow, Blow mend, Set<String> failing) throws Exception {
        try (Host host = new Host(url)) {
            survives(name, host, blow, mend, failing, REFUSAL);
        }
        assertNothingIsLeft(name);
    }

    private void survives(String name, Host host, Blow blow, Blow mend, Set<String> failing, Duration outage)
            throws Exception {
        List<String> goingOn = Stream.concat(BOTH.stream(), Stream.of("system"))
                .filter(domain -> !failing.contains(domain))
                .toList();
        await(() -> isFresh(host, BOTH, Instant.EPOCH));
        host.loans().longest();
        host.scrapes();
        Instant hurt = Instant.now();
        blow.fall();
        await(() -> failing.stream().noneMatch(domain -> host.health(domain).up()));
        Thread.sleep(
                Math.max(0, Duration.between(Instant.now(), hurt.plus(outage)).toMillis()));

        assertThat(isFresh(host, goingOn, hurt.plus(outage.dividedBy(3))))
                .as("others go on")
                .isTrue();
        assertThat(host.scrapeOnce())
                .as("last good values stay, and it shows")
                .contains("business_users{", "business_revenue_gross_lifetime{")
                .contains(failing.stream()
                        .map(domain -> "business_refresh_up{domain=\"" + domain + "\"} 0.0")
                        .toList());
        assertNobodyWaited(name, host);

        mend.fall();
        Instant mended = Instant.now();
        await(() -> isFresh(host, BOTH, mended));
        Duration fresh = Duration.between(mended, Instant.now());
        figures.record(name + ": fresh values after", fresh);
        assertThat(fresh).isLessThan(LONGEST_LOAN);
        await(() -> host.loans().away().isEmpty());
        assertThat(host.pool().getHikariPoolMXBean().getTotalConnections()).isLessThanOrEqualTo(Host.CONNECTIONS);
    }

    private static boolean isFresh(Host host, Collection<String> domains, Instant since) {
        return domains.stream().allMatch(domain -> host.isFresh(domain, since));
    }

    private void assertNobodyWaited(String name, Host host) {
        List<Duration> scrapes = host.scrapes();
        Duration median = scrapes.get(scrapes.size() / 2);
        Duration longest = scrapes.get(scrapes.size() - 1);
        figures.record(name + ": scrapes", scrapes.size());
        figures.record(name + ": median scrape", median);
        figures.record(name + ": longest scrape", longest);
        assertThat(median).isLessThan(MEDIAN_SCRAPE);
        assertThat(longest).isLessThan(LONGEST_SCRAPE);
        Duration loan = host.loans().longest();
        figures.record(name + ": longest loan of a connection", loan);
        assertThat(loan).isLessThan(LONGEST_LOAN);
        figures.record(name + ": warnings", host.warnings().size());
        assertThat(host.warnings().stream().collect(Collectors.groupingBy(Function.identity())))
                .allSatisfy((warning, times) -> assertThat(times).hasSize(1));
        assertThat(host.warnings()).hasSizeLessThanOrEqualTo(6); // a line for each domain
    }

    /** No thread, no session, no statement. */
    private void assertNothingIsLeft(String name) throws Exception {
        await(() -> server.number(server.sessions()) == 0);
        await(() -> server.number(server.running()) == 0);
        await(() -> ourThreads().isEmpty());
        figures.record(name + ": threads, sessions, statements left", "0, 0, 0");
    }

    private static List<String> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(thread -> thread.startsWith("axisor-metrics-") || thread.startsWith("business-metrics-"))
                .toList();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            Thread.sleep(20);
        }
    }
}
