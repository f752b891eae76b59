package io.axisor.metrics.testing.benchmarks.refresh;

import static io.axisor.metrics.testing.benchmarks.refresh.RefreshTimes.BY_HAND;
import static io.axisor.metrics.testing.benchmarks.refresh.RefreshTimes.COUNT;
import static io.axisor.metrics.testing.benchmarks.refresh.RefreshTimes.LIBRARY;
import static io.axisor.metrics.testing.benchmarks.refresh.RefreshTimes.SCAN;
import static io.axisor.metrics.testing.benchmarks.refresh.RefreshTimes.SERVICE;

import com.zaxxer.hikari.HikariDataSource;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.testing.benchmarks.company.Company;
import io.axisor.metrics.testing.benchmarks.company.CompanyDatabase;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Times a refresh by the library and by others, in turn, on one connection. What warms up is not counted, the medians are of
 * the rounds that follow.
 */
final class RefreshBenchmark {

    private static final Map<String, Instant> INSTANTS =
            Instants.of(new AsOf(Company.NOW, Company.NOW, BusinessCalendar.of(ZoneOffset.UTC)));

    private final CompanyDatabase database;
    private final int rounds;
    private final PrintStream progress;
    private final StatementSuite service = new StatementSuite("service.sql", INSTANTS);
    private final StatementSuite byHand = new StatementSuite("hand-tuned.sql", INSTANTS);
    private final Map<String, StatementSuite> suites = new LinkedHashMap<>();

    RefreshBenchmark(CompanyDatabase database, int rounds, PrintStream progress) {
        this.database = database;
        this.rounds = rounds;
        this.progress = progress;
        suites.put(SERVICE, service);
        suites.put(BY_HAND, byHand);
        suites.put(SCAN, new StatementSuite("scan.sql", INSTANTS));
        suites.put(COUNT, new StatementSuite("count.sql", INSTANTS));
    }

    int serviceSize() {
        return service.size();
    }

    /** Compares, then takes the time without indexes, then with them. */
    RefreshTimes run(List<Integer> workers) throws SQLException {
        Agreement agreement = agree();
        Map<String, RefreshTimes.Traffic> traffic = traffic();
        List<RefreshTimes.Round> times = new ArrayList<>();
        for (int number : workers) {
            times.add(round(new RefreshTimes.Setting(false, number), 1));
        }
        List<NotedStatement> without = notedStatements();
        index();
        for (int number : workers) {
            times.add(round(new RefreshTimes.Setting(true, number), 1));
        }
        List<NotedStatement> with = notedStatements();
        return new RefreshTimes(database.company().scale(), agreement, traffic, times, statements(without, with));
    }

    /** Compares, which warms up, then takes the time of one process without indexes and with them. */
    List<RefreshTimes.Round> grow() throws SQLException {
        var unused = agree();
        RefreshTimes.Round without = round(new RefreshTimes.Setting(false, 0), 0);
        index();
        return List.of(without, round(new RefreshTimes.Setting(true, 0), 0));
    }

    private Agreement agree() throws SQLException {
        progress.println("compares the answers");
        try (HikariDataSource pool = database.pool(0)) {
            LibraryRefresh library = new LibraryRefresh(pool);
            Set<String> tagKeys = library.metrics().catalog().definitions().stream()
                    .map(MetricDefinition::tagKeys)
                    .flatMap(List::stream)
                    .collect(Collectors.toSet());
            return Agreement.of(library.refresh(), byHand.cells(pool, tagKeys), byHand.keys());
        }
    }

    private void index() throws SQLException {
        progress.println("makes indexes");
        database.index();
    }

    private Map<String, RefreshTimes.Traffic> traffic() throws SQLException {
        Map<String, RefreshTimes.Traffic> traffic = new LinkedHashMap<>();
        try (HikariDataSource pool = database.pool(0)) {
            traffic.put(LIBRARY, traffic(pool, listened -> new LibraryRefresh(listened).refresh()));
            traffic.put(SERVICE, traffic(pool, service));
            traffic.put(BY_HAND, traffic(pool, byHand));
        }
        return traffic;
    }

    private static RefreshTimes.Traffic traffic(DataSource pool, Contestant way) throws SQLException {
        StatementLog log = new StatementLog();
        way.ask(log.listeningTo(pool));
        return new RefreshTimes.Traffic(log.queries().size(), log.rows());
    }

    private RefreshTimes.Round round(RefreshTimes.Setting setting, int warmUps) throws SQLException {
        try (HikariDataSource pool = database.pool(setting.workers())) {
            LibraryRefresh library = new LibraryRefresh(pool);
            for (int i = 0; i < warmUps; i++) {
                ask(library, pool, new Stopwatch());
            }
            Stopwatch stopwatch = new Stopwatch();
            for (int i = 1; i <= rounds; i++) {
                progress.printf("%s, round %d of %d%n", setting.words(), i, rounds);
                ask(library, pool, stopwatch);
            }
            return new RefreshTimes.Round(setting, stopwatch.medians());
        }
    }

    private void ask(LibraryRefresh library, DataSource pool, Stopwatch stopwatch) throws SQLException {
        Duration all = Duration.ZERO;
        for (String domain : LibraryRefresh.DOMAINS) {
            all = all.plus(stopwatch.time(domain, () -> library.measure(domain)));
        }
        stopwatch.add(LIBRARY, all);
        for (Map.Entry<String, StatementSuite> way : suites.entrySet()) {
            stopwatch.time(way.getKey(), () -> way.getValue().ask(pool));
        }
    }

    private record NotedStatement(String domain, StatementLog.Query query, Duration median) {}

    private List<NotedStatement> notedStatements() throws SQLException {
        List<NotedStatement> noted = new ArrayList<>();
        try (HikariDataSource pool = database.pool(0)) {
            for (String domain : LibraryRefresh.DOMAINS) {
                StatementLog log = new StatementLog();
                LibraryRefresh library = new LibraryRefresh(log.listeningTo(pool));
                Stopwatch stopwatch = new Stopwatch();
                for (int i = 0; i <= rounds; i++) {
                    log.queries().clear();
                    library.measure(domain);
                    addTimes(log, i == 0 ? new Stopwatch() : stopwatch);
                }
                List<Duration> medians = List.copyOf(stopwatch.medians().values());
                for (int i = 0; i < medians.size(); i++) {
                    noted.add(new NotedStatement(domain, log.queries().get(i), medians.get(i)));
                }
            }
        }
        return noted;
    }

    private static void addTimes(StatementLog log, Stopwatch stopwatch) {
        for (int i = 0; i < log.queries().size(); i++) {
            stopwatch.add("statement " + i, log.queries().get(i).took());
        }
    }

    private List<RefreshTimes.StatementTimes> statements(List<NotedStatement> without, List<NotedStatement> with)
            throws SQLException {
        List<RefreshTimes.StatementTimes> statements = new ArrayList<>();
        try (HikariDataSource pool = database.pool(0)) {
            for (int i = 0; i < with.size(); i++) {
                NotedStatement noted = with.get(i);
                StatementLog.Query query = noted.query();
                statements.add(new RefreshTimes.StatementTimes(
                        noted.domain(),
                        query.sql(),
                        query.rows(),
                        TableReads.of(query.sql(), pool),
                        without.get(i).median(),
                        noted.median()));
            }
        }
        return statements;
    }
}
