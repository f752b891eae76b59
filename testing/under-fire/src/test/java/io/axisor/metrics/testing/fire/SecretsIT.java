package io.axisor.metrics.testing.fire;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.jdbc.CustomSqlDomain;
import io.axisor.metrics.jdbc.CustomSqlMetric;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.micrometer.BusinessMetricsBinder;
import io.axisor.metrics.refresh.DomainHealth;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.value.CurrencyUnit;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Passwords and rows in what drivers say, and what of it comes through: nothing, also with every logger at DEBUG. */
@Timeout(60)
class SecretsIT {

    private static final Figures FIGURES = Figures.of(SecretsIT.class);
    private static final String SECRET = "sec-ret-4711";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    @BeforeEach
    void listen() {
        events.start();
        root.setLevel(Level.DEBUG);
        root.addAppender(events);
    }

    @AfterEach
    void leave() {
        root.detachAppender(events);
        root.setLevel(before);
    }

    private static BusinessMetrics metrics(DataSource database, MetricsSchema schema) {
        return BusinessMetrics.builder(JdbcMetricsDataSource.of(database, schema), ZoneOffset.UTC)
                .domain(CustomSqlDomain.builder("notes", database)
                        .metric(CustomSqlMetric.of(
                                MetricDefinition.of("notes", "notes", new MetricUnit("notes"))
                                        .describedAs("Sum of what is noted"),
                                "SELECT SUM(CAST(note AS INTEGER)) FROM notes WHERE :at IS NOT NULL"))
                        .build())
                .build();
    }

    private void nothingComesThrough(String about, BusinessMetrics metrics, String... failing) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (MetricsRefresher refresher = MetricsRefresher.builder(metrics).build();
                BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher)) {
            binder.bindTo(registry);
            refresher.refresh();
            refresher.refresh(); // what was said a moment before is said at DEBUG only

            assertThat(failing)
                    .allSatisfy(domain ->
                            assertThat(refresher.health(domain).lastFailure()).isPresent());
            assertThat(refresher.health()).extracting(DomainHealth::toString).noneMatch(s -> s.contains(SECRET));
            assertThat(registry.getMetersAsString()).doesNotContain(SECRET);
            assertThat(refresher.snapshot().measurements().toString()).doesNotContain(SECRET);
        }
        List<String> said =
                events.list.stream().flatMap(event -> words(event).stream()).toList();
        assertThat(said).hasSizeGreaterThan(failing.length).noneMatch(words -> words.contains(SECRET));
        FIGURES.record("words logged at DEBUG, with a secret: " + about, said.size() + ", 0");
    }

    /** The message, and those of what was thrown. */
    private static List<String> words(ILoggingEvent event) {
        List<String> words = new ArrayList<>(List.of(event.getLoggerName() + ": " + event.getFormattedMessage()));
        for (IThrowableProxy t = event.getThrowableProxy(); t != null; t = t.getCause()) {
            words.add(event.getLoggerName() + ", caused by " + t.getClassName() + ": " + t.getMessage());
        }
        return words;
    }

    private static MetricsSchema schema() {
        return MetricsSchema.builder()
                .users(u -> u.table("NOTES").id("NOTE").createdAt("NOTED"))
                .payments(p -> p.select(
                                "SELECT CAST(note AS INTEGER) AS amount, note, 'paid' AS status, noted FROM notes")
                        .userId("NOTE")
                        .amount("AMOUNT")
                        .fixedCurrency(CurrencyUnit.of("USD"))
                        .status("STATUS")
                        .succeeded("paid")
                        .createdAt("NOTED"))
                .build();
    }

    @Test
    void rowsThatTheDriverQuotesAreNotRepeated() throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:rows");
        try (Connection open = database.getConnection();
                Statement statement = open.createStatement()) {
            statement.execute("CREATE TABLE notes AS SELECT '" + SECRET + "' AS note, DATE '2026-01-01' AS noted");
            nothingComesThrough("a row that does not fit", metrics(database, schema()), "revenue", "notes");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:nowhere;PASSWORD=" + SECRET,
                "jdbc:h2:mem:x;IFEXISTS=TRUE;PASSWORD=" + SECRET,
                "jdbc:h2:tcp://127.0.0.1:1/x;USER=me;PASSWORD=" + SECRET,
                "jdbc:h2:mem:x;NO_SUCH_SETTING=1;PASSWORD=" + SECRET,
                "jdbc:postgresql://127.0.0.1:1/x?user=me&password=" + SECRET,
                "jdbc:mariadb://127.0.0.1:1/x?user=me&password=" + SECRET,
                "jdbc:nothing://me:" + SECRET + "@127.0.0.1/x"
            })
    void passwordsInAnAddressAreNotRepeated(String url) {
        nothingComesThrough(url.replace(SECRET, "***"), metrics(unpooled(url), schema()), "users", "revenue", "notes");
    }

    /** As the simplest of data sources does it; pools log in words of their own. */
    private static DataSource unpooled(String url) {
        return (DataSource) Proxy.newProxyInstance(
                SecretsIT.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, arguments) -> DriverManager.getConnection(url));
    }
}
