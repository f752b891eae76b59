package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.jdbc.WatchedDataSource.State;
import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.time.Window;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is thrown, by whichever call of JDBC: what was lent goes back as it came or is closed for good, and the host's pool
 * is whole. Faults take turns over the calls of one domain, lasting ones over every fifth; {@code -Dfaults.all=true} has every
 * one at every call of every domain.
 */
class AnythingThrownIT {

    private static final boolean ALL = Boolean.getBoolean("faults.all");
    private static final int POOL = 3;

    private static final List<Supplier<Throwable>> FAULTS = List.of(
            () -> new SQLException("told to fail", "57000", 7),
            () -> new SQLException("told that it is gone", "08006"),
            () -> new IllegalStateException("unchecked"),
            () -> new NoClassDefFoundError("io/axisor/Gone"),
            () -> new OutOfMemoryError("told to"),
            () -> new StackOverflowError("told to"),
            () -> new IOException("sneaky"));

    /** What a host asks for. */
    private interface Question {
        void ask() throws Exception;
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void aPoolIsWholeAfterwards(Databases database) throws SQLException {
        MetricsSchema schema = WholeCompany.in(database, RefundShape.OWN_TABLE);
        try (HikariDataSource pool = poolOf(database)) {
            Set<State> asTheyCome = new HashSet<>(states(pool));
            assertThat(asTheyCome).hasSize(1);
            Saboteur saboteur = new Saboteur(pool);
            for (Question question : questions(saboteur, schema)) {
                for (boolean lasting : List.of(false, true)) {
                    sabotage(saboteur, question, lasting, () -> {
                        assertThat(pool.getHikariPoolMXBean().getActiveConnections())
                                .isZero();
                        assertThat(states(pool))
                                .hasSize(POOL)
                                .allSatisfy(state -> assertThat(asTheyCome).contains(state));
                    });
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void withoutAPoolAConnectionIsClosed(Databases database) throws SQLException {
        MetricsSchema schema = WholeCompany.in(database, RefundShape.OWN_TABLE);
        Saboteur saboteur = new Saboteur(database.dataSource());
        for (Question question : questions(saboteur, schema)) {
            sabotage(saboteur, question, false, () -> {
                for (Connection connection : saboteur.lent()) {
                    assertThat(connection.isClosed()).isTrue();
                }
            });
        }
    }

    /** Throws at each call in turn until the question gets through. */
    private static void sabotage(Saboteur saboteur, Question question, boolean lasting, Question check)
            throws SQLException {
        assertThat(catchThrowable(question::ask)).as("without a fault").isNull();
        int reached = 0;
        int step = ALL || !lasting ? 1 : 5;
        for (int call = 1; call == 1 || saboteur.place() != null; call += step) {
            List<Supplier<Throwable>> faults = ALL ? FAULTS : List.of(FAULTS.get(call % FAULTS.size()));
            for (Supplier<Throwable> fault : faults) {
                saboteur.arm(call, lasting, fault);
                Throwable thrown = catchThrowable(question::ask);
                saboteur.disarm();
                String what = fault.get().getClass().getSimpleName() + " at call " + call + ", " + saboteur.place()
                        + (lasting ? " and after it" : "");
                assertThat(catchThrowable(check::ask)).as(what).isNull();
                if (thrown != null) {
                    reached++;
                }
            }
        }
        assertThat(reached).isPositive();
    }

    private static List<Question> questions(Saboteur saboteur, MetricsSchema schema) {
        JdbcMetricsDataSource known = JdbcMetricsDataSource.of(saboteur.dataSource(), schema);
        WholeCompany.askAll(known);
        CustomSqlDomain own = CustomSqlDomain.builder("shop", saboteur.dataSource())
                .metric(CustomSqlMetric.of(
                        MetricDefinition.of("shop", "accounts", MetricUnit.USERS)
                                .windows(Window.TODAY)
                                .describedAs("Accounts made"),
                        "SELECT COUNT(*) FROM app_accounts WHERE created >= :from AND created < :to"))
                .times(TimeKind.instant())
                .build();
        List<Question> questions = new ArrayList<>();
        questions.add(() -> known.revenue(WholeCompany.AT));
        if (ALL) {
            questions.add(() -> known.users(WholeCompany.AT));
            questions.add(() -> known.automation(WholeCompany.AT));
            questions.add(() -> known.trading(WholeCompany.AT));
            questions.add(() -> known.platform(WholeCompany.AT));
        }
        questions.add(
                () -> JdbcMetricsDataSource.of(saboteur.dataSource(), small()).users(WholeCompany.AT));
        questions.add(() -> JdbcMetricsDataSource.of(saboteur.dataSource(), small())
                .verify()
                .orThrow());
        questions.add(() -> own.measure(WholeCompany.AT, MeasurementRules.DEFAULT));
        questions.add(() -> own.verify().orThrow());
        return questions;
    }

    /** So that looking it up takes hundreds of calls, and not thousands. */
    private static MetricsSchema small() {
        return MetricsSchema.builder()
                .users(u -> u.table("app_accounts").id("id").createdAt("created"))
                .build();
    }

    private static HikariDataSource poolOf(Databases database) {
        System.setProperty(
                "com.zaxxer.hikari.aliveBypassWindowMs", "-1"); // looks at each connection before it lends it
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(POOL);
        config.setConnectionTimeout(5000);
        return new HikariDataSource(config);
    }

    /** The state of every connection of a pool. */
    private static List<State> states(HikariDataSource pool) throws SQLException {
        try (Connection one = pool.getConnection();
                Connection two = pool.getConnection();
                Connection three = pool.getConnection()) {
            return List.of(State.of(one), State.of(two), State.of(three));
        }
    }
}
