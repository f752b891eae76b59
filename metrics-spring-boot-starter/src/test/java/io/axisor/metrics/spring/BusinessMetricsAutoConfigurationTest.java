package io.axisor.metrics.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.definition.LeftOutLimits;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.micrometer.BusinessMetricsBinder;
import io.axisor.metrics.refresh.DomainHealth;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.refresh.RefreshLease;
import io.axisor.metrics.source.InMemoryMetricsDataSource;
import io.axisor.metrics.source.MetricsDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Which beans there are, and what is said when something is missing or wrong. */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
class BusinessMetricsAutoConfigurationTest {

    private static final String[] USERS = {
        "axisor.metrics.schema.users.table=accounts",
        "axisor.metrics.schema.users.id=id",
        "axisor.metrics.schema.users.created-at=created"
    };

    private final ApplicationContextRunner empty = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(BusinessMetricsAutoConfiguration.class));
    private final ApplicationContextRunner withDatabase =
            empty.withBean("dataSource", DataSource.class, () -> database("accounts"));
    private final ApplicationContextRunner mapped = withDatabase.withPropertyValues(USERS);

    private static JdbcConnectionPool database(String table) {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:", "sa", "");
        pool.setMaxConnections(1);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + table + " (id INT PRIMARY KEY, created TIMESTAMP WITH TIME ZONE)");
            statement.execute("CREATE INDEX " + table + "_created ON " + table + " (created)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return pool;
    }

    /** A connection pool, as a bean that is closed. */
    private static DataSource closing(DataSource pool, List<String> order) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class, AutoCloseable.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        order.add("database");
                        return null;
                    }
                    return method.invoke(pool, arguments);
                });
    }

    /** The refresher works on threads of its own. */
    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(20);
        }
    }

    private static FailureAnalysis analysis(Throwable failure) {
        return new UnusableMetricsAnalyzer().analyze(failure);
    }

    @Test
    void withoutAMappingOneLineSaysWhatToSet(CapturedOutput output) {
        withDatabase.run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(MetricsRefresher.class);
            assertThat(output.getOut().lines().filter(line -> line.contains("axisor")))
                    .singleElement()
                    .asString()
                    .contains("INFO", "axisor.metrics.schema.users.table");
        });
    }

    @Test
    void withoutADatabaseOneLineSaysSo(CapturedOutput output) {
        empty.withPropertyValues(USERS).run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(MetricsRefresher.class);
            assertThat(output).contains("there is no bean of type DataSource");
        });
    }

    @Test
    void switchedOffThereIsNothing(CapturedOutput output) {
        mapped.withPropertyValues("axisor.metrics.enabled=false").run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(AxisorMetricsProperties.class);
            assertThat(output).doesNotContain("business metrics");
        });
    }

    @Test
    void mappedTablesAreMeasuredAndShown() {
        mapped.withBean(SimpleMeterRegistry.class).run(context -> {
            SimpleMeterRegistry registry = context.getBean(SimpleMeterRegistry.class);
            context.getBean(BusinessMetricsBinder.class).bindTo(registry);
            await(() -> registry.find("business.users.new.30d").gauge() != null);

            assertThat(registry.get("business.users.new.30d").gauge().value()).isZero();
        });
    }

    @Test
    void optionsReachTheirBeans() {
        mapped.withPropertyValues(
                        "axisor.metrics.prefix=acme",
                        "axisor.metrics.layout=both",
                        "axisor.metrics.tags.tenant=north",
                        "axisor.metrics.refresh.interval=2m",
                        "axisor.metrics.refresh.intervals.revenue=1h",
                        "axisor.metrics.schema.payments.select=SELECT 1 AS u, 1 AS a, 's' AS s,"
                                + " CURRENT_TIMESTAMP - INTERVAL '1' DAY AS c",
                        "axisor.metrics.schema.payments.user-id=u",
                        "axisor.metrics.schema.payments.amount=a",
                        "axisor.metrics.schema.payments.fixedCurrency=EUR",
                        "axisor.metrics.schema.payments.status=s",
                        "axisor.metrics.schema.payments.succeeded[0]=s, and a comma",
                        "axisor.metrics.schema.payments.succeeded[1]=s",
                        "axisor.metrics.schema.payments.created-at=c")
                .run(context -> {
                    SimpleMeterRegistry registry = new SimpleMeterRegistry();
                    MetricsRefresher refresher = context.getBean(MetricsRefresher.class);
                    context.getBean(BusinessMetricsBinder.class).bindTo(registry);
                    await(() -> registry.find("axisor.business.user.metrics").gauge() != null
                            && registry.find("acme.payments.success.30d").gauge() != null);

                    assertThat(refresher.interval("users")).isEqualTo(Duration.ofMinutes(2));
                    assertThat(refresher.interval("revenue")).isEqualTo(Duration.ofHours(1));
                    assertThat(registry.get("acme.users.new.30d")
                                    .tag("tenant", "north")
                                    .gauges())
                            .hasSize(1);
                    assertThat(registry.get("acme.payments.success.30d").gauge().value())
                            .isEqualTo(1);
                    assertThat(registry.get("axisor.business.user.metrics").gauges())
                            .isNotEmpty();
                });
    }

    @Test
    void theEnvironmentMapsTablesToo() {
        Map<String, Object> variables = Map.of(
                "AXISOR_METRICS_SCHEMA_USERS_TABLE", "accounts",
                "AXISOR_METRICS_SCHEMA_USERS_ID", "id",
                "AXISOR_METRICS_SCHEMA_USERS_CREATEDAT", "created",
                "AXISOR_METRICS_SCHEMA_PLANS_0_", "free");
        withDatabase
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables)))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(MetricsRefresher.class));
    }

    @Test
    void everyFaultOfThePropertiesIsInTheAnalysis() {
        mapped.withPropertyValues(
                        "axisor.metrics.schema.users.creatd-at=created",
                        "axisor.metrics.schema.users.last-activity-at-kind=epoch-millis")
                .run(context -> {
                    FailureAnalysis analysis = analysis(context.getStartupFailure());

                    assertThat(analysis.getDescription()).isEqualTo("""
                        the mapping has 2 faults:
                          users.creatd-at: users has no key 'creatd-at'; did you mean 'created-at'?
                          users.last-activity-at-kind: is the kind of a column that is not mapped; give \
                        users.last-activity-at, too\
                        """);
                    assertThat(analysis.getAction()).contains("axisor.metrics.schema");
                });
    }

    @Test
    void optionsOutOfBoundsAreInTheAnalysis() {
        mapped.withPropertyValues("axisor.metrics.prefix=Acme!", "axisor.metrics.series-cap=0")
                .run(context -> assertThat(analysis(context.getStartupFailure()).getDescription())
                        .contains("prefix must be", "seriesCap must be"));
    }

    @Test
    void whatTheHostDecidesOfTheDefinitionsIsAProperty() {
        mapped.withPropertyValues(
                        "axisor.metrics.gross-margin=0.8",
                        "axisor.metrics.longest-lifetime-months=24",
                        "axisor.metrics.rules.confidence=p99",
                        "axisor.metrics.rules.minimum-sample=10",
                        "axisor.metrics.rules.top-values=5")
                .run(context -> assertThat(context).hasNotFailed());
        mapped.withPropertyValues("axisor.metrics.gross-margin=3", "axisor.metrics.longest-lifetime-months=0")
                .run(context -> assertThat(analysis(context.getStartupFailure()).getDescription())
                        .contains(
                                "grossMargin must be above 0 and at most 1, not 3",
                                "longestLifetimeInMonths must be at least 1, not 0"));
        mapped.withPropertyValues("axisor.metrics.rules.minimum-sample=0")
                .run(context -> assertThat(analysis(context.getStartupFailure()).getDescription())
                        .contains("minimumSample and topValues must be at least 1, not 0 and 50"));
    }

    @Test
    void howManyRowsMayBeLeftOutIsAProperty() {
        mapped.withPropertyValues(
                        "axisor.metrics.rules.left-out.flagged-above=0.01",
                        "axisor.metrics.rules.left-out.undefined-above=0.2",
                        "axisor.metrics.rules.left-out.least-rows=100")
                .run(context -> assertThat(context.getBean(AxisorMetricsProperties.class)
                                .rules()
                                .measurementRules()
                                .leftOut())
                        .isEqualTo(new LeftOutLimits(0.01, 0.2, 100)));
        mapped.run(context -> assertThat(
                        context.getBean(AxisorMetricsProperties.class).rules().measurementRules())
                .isEqualTo(MeasurementRules.DEFAULT));
        mapped.withPropertyValues("axisor.metrics.rules.left-out.flagged-above=0.6")
                .run(context -> assertThat(analysis(context.getStartupFailure()).getDescription())
                        .contains("flaggedAbove 0.6 is above undefinedAbove 0.5; lower the one or raise the other"));
        mapped.withPropertyValues("axisor.metrics.rules.left-out.flaged-above=0.1")
                .run(context -> assertThat(analysis(context.getStartupFailure()).getDescription())
                        .contains("did you mean axisor.metrics.rules.left-out.flagged-above?"));
    }

    @ParameterizedTest
    @CsvSource({
        "axisor.metrics.zoen, axisor.metrics.zone",
        "axisor.metrics.time-zone, ''",
        "axisor.metrics.query.timeout, axisor.metrics.query-timeout",
        "axisor.metrics.refresh.intervall, axisor.metrics.refresh.interval",
        "axisor.metrics.refersh.interval, axisor.metrics.refresh.interval",
        "axisor.metrics.shema.users.table, axisor.metrics.schema",
        "axisor.metrics.rules.minimum, ''",
    })
    void aPropertyThatNobodyReadsStopsTheStart(String property, String meant) {
        for (ApplicationContextRunner runner : List.of(mapped, empty)) {
            runner.withPropertyValues(property + "=Europe/Berlin").run(context -> {
                FailureAnalysis analysis = analysis(context.getStartupFailure());
                assertThat(analysis.getDescription())
                        .startsWith(property + " is no property that is known; ")
                        .contains(
                                meant.isEmpty() ? "below axisor.metrics are enabled, " : "did you mean " + meant + "?")
                        .doesNotContain("Berlin");
                assertThat(analysis.getAction()).contains("Correct the names");
            });
        }
    }

    @Test
    void whatIsWrittenInAnotherWayIsKnown() {
        mapped.withPropertyValues(
                        "axisor.metrics.queryTimeout=5s",
                        "axisor.metrics.series_cap=100",
                        "axisor.metrics.tags.team=growth",
                        "axisor.metrics.refresh.intervals.users=5m")
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "systemEnvironment",
                                Map.of(
                                        "AXISOR_METRICS_REFRESH_STALEAFTER", "1h",
                                        "AXISOR_METRICS_LAYOUT_CURRENCY", "EUR",
                                        "AXISOR_METRICS_TAGS_TIER", "gold"))))
                .run(context -> assertThat(context).hasNotFailed());
        mapped.withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "systemEnvironment", Map.of("AXISOR_METRICS_ZOEN", "Europe/Berlin"))))
                .run(context -> assertThat(analysis(context.getStartupFailure()).getDescription())
                        .contains("did you mean axisor.metrics.zone?"));
        mapped.withPropertyValues("axisor.metrics.enabled=false", "axisor.metrics.zoen=UTC")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void whateverTheDriverThrowsKeepsNobodyFromStarting(CapturedOutput output) {
        for (Throwable thrown :
                List.of(new NoClassDefFoundError("x"), new IllegalStateException("x"), new IOException("x"))) {
            DataSource faulty = (DataSource) Proxy.newProxyInstance(
                    DataSource.class.getClassLoader(),
                    new Class<?>[] {DataSource.class},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "getConnection" -> throw thrown;
                        case "hashCode" -> System.identityHashCode(thrown);
                        case "equals" -> proxy == arguments[0];
                        case "isWrapperFor" -> false;
                        default -> null;
                    });
            empty.withBean("dataSource", DataSource.class, () -> faulty)
                    .withPropertyValues(USERS)
                    .run(context -> assertThat(context).hasNotFailed().hasSingleBean(MetricsRefresher.class));
        }
        assertThat(output).contains("the mapping could not be compared with the database");
    }

    @Test
    void whatTheDatabaseStoresIsAnErrorOfTheLogAlone(CapturedOutput output) {
        JdbcConnectionPool pool = database("accounts");
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE payments AS SELECT x AS id, x AS account, 1 AS amount, 'settled' AS state,"
                    + " CAST(DATEADD(HOUR, -x, CURRENT_TIMESTAMP) AS TIMESTAMP WITH TIME ZONE) AS made"
                    + " FROM SYSTEM_RANGE(1, 200)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        empty.withBean("dataSource", DataSource.class, () -> pool)
                .withPropertyValues(USERS)
                .withPropertyValues(
                        "axisor.metrics.schema.payments.table=payments",
                        "axisor.metrics.schema.payments.user-id=account",
                        "axisor.metrics.schema.payments.amount=amount",
                        "axisor.metrics.schema.payments.fixed-currency=EUR",
                        "axisor.metrics.schema.payments.status=state",
                        "axisor.metrics.schema.payments.created-at=made",
                        "axisor.metrics.schema.payments.succeeded=paid")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output).contains("ERROR", "does not fit what the database stores", "settled", "SELECT ");
    }

    @Test
    void aMappingThatDoesNotFitStopsTheStartWithAReport() {
        mapped.withPropertyValues("axisor.metrics.schema.users.table=acounts").run(context -> {
            FailureAnalysis analysis = analysis(context.getStartupFailure());

            assertThat(analysis.getDescription())
                    .contains("The mapping does not fit the database: 1 error")
                    .containsIgnoringCase("did you mean 'accounts'?");
            assertThat(analysis.getAction()).contains("axisor.metrics.verify=log");
        });
    }

    @Test
    void aMappingThatDoesNotFitMayBeLoggedWithoutAStack(CapturedOutput output) {
        mapped.withPropertyValues("axisor.metrics.schema.users.table=acounts", "axisor.metrics.verify=log")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(MetricsRefresher.class);
                    assertThat(output)
                            .contains("WARN", "The mapping does not fit the database: 1 error")
                            .doesNotContain("\tat ");
                });
    }

    @Test
    void aDatabaseThatDoesNotAnswerKeepsNobodyFromStarting(CapturedOutput output) {
        JdbcDataSource gone = new JdbcDataSource();
        gone.setUrl("jdbc:h2:mem:gone;IFEXISTS=TRUE");

        empty.withBean("dataSource", DataSource.class, () -> gone)
                .withPropertyValues(USERS)
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(MetricsRefresher.class));

        assertThat(output)
                .contains("WARN", "the mapping could not be compared with the database")
                .doesNotContain("\tat ");
    }

    @Test
    void unverifiedItStartsWithoutItsDatabase(CapturedOutput output) {
        mapped.withPropertyValues("axisor.metrics.schema.users.table=acounts", "axisor.metrics.verify=off")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output).doesNotContain("SchemaVerification");
    }

    @Test
    void ofSeveralDatabasesOneIsNamed() {
        ApplicationContextRunner several = mapped.withBean("replica", DataSource.class, () -> database("copies"));

        several.run(context -> {
            FailureAnalysis analysis = analysis(context.getStartupFailure());
            assertThat(analysis.getDescription()).contains("several beans of type DataSource (dataSource, replica)");
            assertThat(analysis.getAction()).contains("axisor.metrics.data-source");
        });
        several.withPropertyValues("axisor.metrics.data-source=replica", "axisor.metrics.schema.users.table=copies")
                .run(context -> assertThat(context).hasNotFailed());
        several.withPropertyValues("axisor.metrics.data-source=replcia")
                .run(context -> assertThat(analysis(context.getStartupFailure()).getDescription())
                        .contains("no bean 'replcia'", "dataSource, replica"));
    }

    @Test
    void beansOfTheApplicationWin() {
        MetricsSchema schema = MetricsSchema.builder()
                .users(u -> u.table("accounts").id("id").createdAt("created"))
                .build();
        BusinessMetrics metrics =
                BusinessMetrics.of(InMemoryMetricsDataSource.builder().build(), ZoneId.of("UTC"));

        mapped.withPropertyValues("axisor.metrics.schema.nonsense=ignored")
                .withBean(MetricsSchema.class, () -> schema)
                .withBean(BusinessMetrics.class, () -> metrics)
                .run(context -> assertThat(
                                context.getBean(MetricsRefresher.class).metrics())
                        .isSameAs(metrics));
    }

    @Test
    void aSourceOfTheApplicationNeedsNoMapping() {
        empty.withBean(
                        MetricsDataSource.class,
                        () -> InMemoryMetricsDataSource.builder().build())
                .run(context -> {
                    MetricsRefresher refresher = context.getBean(MetricsRefresher.class);
                    await(() -> !refresher.snapshot().measurements().isEmpty());
                });
    }

    @Test
    void aLeaseIsAskedForWhereThereIsOne() {
        mapped.withBean(RefreshLease.class, () -> new Elsewhere(new ArrayList<>()))
                .run(context -> {
                    MetricsRefresher refresher = context.getBean(MetricsRefresher.class);
                    await(() -> refresher.health("users").standby());
                });
    }

    @Test
    void aLeaseThatIsOffIsNotAskedFor() {
        mapped.withBean(RefreshLease.class, () -> new Elsewhere(new ArrayList<>()))
                .withPropertyValues("axisor.metrics.refresh.lease=off")
                .run(context -> {
                    MetricsRefresher refresher = context.getBean(MetricsRefresher.class);
                    await(() -> refresher.health("users").up());
                    assertThat(refresher.health("users").standby()).isFalse();
                });
    }

    @Test
    void aLeaseThatIsRequiredOrNotTheOnlyOneStopsTheStart() {
        mapped.withPropertyValues("axisor.metrics.refresh.lease=required")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("no bean of type RefreshLease"));
        mapped.withBean("one", RefreshLease.class, () -> new Elsewhere(new ArrayList<>()))
                .withBean("other", RefreshLease.class, () -> new Elsewhere(new ArrayList<>()))
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("several beans of type RefreshLease"));
    }

    @Test
    void theRefresherEndsBeforeItsDatabase() {
        List<String> order = new ArrayList<>();
        empty.withPropertyValues(USERS)
                .withBean("dataSource", DataSource.class, () -> closing(database("accounts"), order))
                .withBean(RefreshLease.class, () -> new Elsewhere(order))
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(order).containsExactly("refresher", "database");
    }

    @Test
    void aPausedApplicationGoesOn() {
        mapped.run(context -> {
            context.getSourceApplicationContext().stop();
            context.getSourceApplicationContext().start();

            MetricsRefresher refresher = context.getBean(MetricsRefresher.class);
            await(() -> refresher.health().stream().allMatch(DomainHealth::up));
        });
    }

    /** Another replica holds it. */
    private record Elsewhere(List<String> order) implements RefreshLease {
        @Override
        public boolean tryHold(Duration duration) {
            return false;
        }

        @Override
        public void release() {
            order.add("refresher");
        }
    }
}
