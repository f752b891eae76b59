package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.source.MetricsDataException;
import io.axisor.metrics.value.CurrencyUnit;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no database may spoil, whatever it does in its own way. */
@ExtendWith(ContractRecord.class)
abstract class DatabaseContract implements OnEngine {

    /** Midnight in New York, a week after its clocks went forward. */
    private static final Instant T = Instant.parse("2026-03-15T04:00:00Z");

    private final Engine engine;

    DatabaseContract(Engine engine) {
        this.engine = engine;
    }

    @Override
    public final Engine engine() {
        return engine;
    }

    /** How columns store instants; the zone of local times is neither the JVM's, nor the database's, nor the business's. */
    enum Stored {
        INSTANT,
        LOCAL,
        EPOCH_SECONDS,
        EPOCH_MILLIS,
        DATE;

        static final ZoneId ZONE = ZoneId.of("America/New_York");

        String type(Engine engine) {
            return switch (this) {
                case INSTANT -> engine.instantType();
                case LOCAL -> engine.localType();
                case EPOCH_SECONDS, EPOCH_MILLIS -> "BIGINT";
                case DATE -> "DATE";
            };
        }

        TimeKind kind() {
            return switch (this) {
                case INSTANT -> TimeKind.instant();
                case LOCAL -> TimeKind.localIn(ZONE);
                case EPOCH_SECONDS -> TimeKind.epochSeconds();
                case EPOCH_MILLIS -> TimeKind.epochMillis();
                case DATE -> TimeKind.dateIn(ZONE);
            };
        }

        /** The smallest difference of two values. */
        Duration tick() {
            return switch (this) {
                case INSTANT, LOCAL -> Duration.ofNanos(1000);
                case EPOCH_SECONDS -> Duration.ofSeconds(1);
                case EPOCH_MILLIS -> Duration.ofMillis(1);
                case DATE -> Duration.ofDays(1);
            };
        }

        Object value(Instant instant) {
            return switch (this) {
                case INSTANT -> instant.atOffset(ZoneOffset.UTC);
                case LOCAL -> instant.atZone(ZONE).toLocalDateTime();
                case EPOCH_SECONDS -> instant.getEpochSecond();
                case EPOCH_MILLIS -> instant.toEpochMilli();
                case DATE -> LocalDate.ofInstant(instant, ZONE);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsOnABoundCountInWhateverZoneTheJvmAndTheBusinessAre(Stored stored) throws SQLException {
        if (stored == Stored.INSTANT && engine.instantType().isEmpty()) {
            assertThat(engine.quirks()).contains("no instants");
            return;
        }
        create("timed", "id INTEGER, born " + stored.type(engine));
        List<Instant> born = Stream.of(0, 1, 7, 30)
                .map(days -> stored == Stored.DATE ? startOfDay(days) : T.minus(Duration.ofDays(days)))
                .flatMap(bound -> Stream.of(bound, bound.minus(stored.tick())))
                .toList();
        engine.insert(
                "timed",
                IntStream.range(0, born.size())
                        .mapToObj(id -> new Object[] {id, stored.value(born.get(id))})
                        .toList());
        MetricsSchema schema = MetricsSchema.builder()
                .users(u -> u.table("timed").id("id").createdAt("born", stored.kind()))
                .build();

        inZones(() -> Measured.of(JdbcMetricsDataSource.of(engine.dataSource(), schema), T)
                .shows("users.new.24h", "2")
                .shows("users.new.7d", "4")
                .shows("users.new.30d", "6")
                .issues());
    }

    private static Instant startOfDay(int daysBefore) {
        return LocalDate.ofInstant(T, Stored.ZONE)
                .minusDays(daysBefore)
                .atStartOfDay(Stored.ZONE)
                .toInstant();
    }

    private static void inZones(Runnable check) {
        TimeZone own = TimeZone.getDefault();
        try {
            for (String jvm : List.of("UTC", "America/New_York", "Asia/Kolkata")) {
                TimeZone.setDefault(TimeZone.getTimeZone(jvm));
                check.run();
            }
        } finally {
            TimeZone.setDefault(own);
        }
    }

    @Test
    void statusesAndPlansThatDifferInCaseAccentsOrBlanksStayApart() throws SQLException {
        createPayments();
        insertPayments("paid", "pro", 1);
        insertPayments("PAID", "pro", 10);
        insertPayments("paid", "Pro", 100);
        insertPayments("paid", "pró", 1000);

        measured(payments("paid"))
                .shows("revenue.lifetime{currency=USD, plan=pro}", "1")
                .shows("revenue.lifetime{currency=USD, plan=Pro}", "100")
                .shows("revenue.lifetime{currency=USD, plan=pró}", "1000")
                .issues("payments.status 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select",
                "two words",
                "mIxEd",
                "with.dot",
                "it's",
                "back`tick",
                "dou\"ble",
                "semi;colon--",
                "Größe"
            })
    void aTableMayBeCalledAnything(String name) throws SQLException {
        String table = engine.quoted(name);
        String quoted = Nasty.quoted(name);
        engine.drop(table);
        engine.run("CREATE TABLE " + table + " (" + engine.quoted(name + " id") + " INTEGER, "
                + engine.quoted("at " + name) + " DATE)");
        engine.insert(table, List.<Object[]>of(new Object[] {7, LocalDate.of(2026, 1, 1)}));
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(
                engine.dataSource(),
                MetricsSchema.builder()
                        .users(u -> u.table(quoted).id(name + " id").createdAt("at " + name))
                        .build());

        assertThat(source.verify().errors()).isEmpty();
        Measured.of(source, SourceUnderTest.NOW).shows("users{plan=unspecified}", "1");
        engine.drop(table);
    }

    @Test
    void fiveThousandPlansAreRowsButNotSeries() throws SQLException {
        createPayments();
        List<Object[]> rows = IntStream.range(0, 5000)
                .mapToObj(i -> new Object[] {"u", "paid", "plan-" + i, 1, LocalDate.of(2026, 4, 1)})
                .toList();
        engine.insert("promised", rows);

        Measured measured = measured(payments("paid"));
        assertThat(measured.snapshot().revenue().lifetime()).hasSizeLessThan(100);
        measured.shows("revenue.lifetime{currency=USD, plan=other}", "4950");
    }

    @Test
    void aMappingThatDoesNotFitIsToldBeforeAnythingElseHappens() throws SQLException {
        createPayments();
        MetricsSchema wrong = MetricsSchema.builder()
                .users(u -> u.table("promissed").id("who").createdAt("made"))
                .payments(p -> p.table("promised")
                        .userId("whom")
                        .amount("state")
                        .fixedCurrency(CurrencyUnit.of("USD"))
                        .status("state")
                        .succeeded("paid")
                        .createdAt("made", TimeKind.epochMillis()))
                .build();
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(engine.dataSource(), wrong);

        assertThat(source.verify().errors())
                .hasSize(engine.bindsTypes() ? 4 : 3)
                .anyMatch(
                        error -> error.matches("(?i)users: there is no table 'promissed'; did you mean 'promised'\\?"))
                .anyMatch(error -> error.matches(
                        "(?i)payments.userId: table .*promised has no column 'whom'; did you mean 'who'\\?"))
                .anyMatch(error -> error.matches("(?i)payments.amount: 'state' is .*, which is no number to add up"))
                .anyMatch(error -> !engine.bindsTypes()
                        || error.matches(
                                "(?i)payments.createdAt: 'made' is .*, which does not hold numbers; it holds dates,"
                                        + " map it with TimeKind.dateIn\\(zone\\)"));
        assertThatThrownBy(() -> source.revenue(WholeCompany.AT)).isInstanceOf(MetricsDataException.class);
    }

    @Test
    void aStatementThatOutlastsItsTimeoutIsCancelled() throws SQLException {
        create("steps", "n INTEGER");
        engine.insert(
                "steps",
                IntStream.range(0, 1000).mapToObj(i -> new Object[] {i}).toList());
        MetricsSchema slow = MetricsSchema.builder()
                .users(u -> u.select("SELECT a.n FROM steps a, steps b, steps c, steps d WHERE a.n * b.n + c.n * d.n ="
                                + " 1000003")
                        .id("n")
                        .createdAt("n", TimeKind.epochSeconds()))
                .build();
        JdbcMetricsDataSource source = JdbcMetricsDataSource.builder(engine.dataSource(), slow)
                .queryTimeout(Duration.ofSeconds(1))
                .build();
        long begun = System.nanoTime();

        assertThatThrownBy(() -> source.users(WholeCompany.AT))
                .isInstanceOf(MetricsDataException.class)
                .hasMessageStartingWith("users: cancelled by the timeout, or by somebody else (");
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(15));
    }

    private void createPayments() {
        create("promised", "who VARCHAR(40), state VARCHAR(40), plan VARCHAR(40), amount INTEGER, made DATE");
    }

    private void insertPayments(String status, String plan, int amount) throws SQLException {
        engine.insert(
                "promised", List.<Object[]>of(new Object[] {"ann", status, plan, amount, LocalDate.of(2026, 4, 1)}));
    }

    private static MetricsSchema payments(String succeeded) {
        return MetricsSchema.builder()
                .payments(p -> p.table("promised")
                        .userId("who")
                        .amount("amount")
                        .fixedCurrency(CurrencyUnit.of("USD"))
                        .status("state")
                        .succeeded(succeeded)
                        .plan("plan")
                        .createdAt("made"))
                .build();
    }

    private Measured measured(MetricsSchema schema) {
        return Measured.of(JdbcMetricsDataSource.of(engine.dataSource(), schema), SourceUnderTest.NOW);
    }

    private void create(String table, String columns) {
        engine.drop(table);
        engine.run("CREATE TABLE " + table + " (" + columns + ")");
    }
}
