package io.axisor.metrics.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.jdbc.SchemaProperties;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who writes YAML is told what to write in YAML, and it helps. */
class ReadersLanguageIT {

    /** Calls, camel case, types and prefixes that no YAML of the exporter has. */
    private static final Pattern FOREIGN = Pattern.compile(
            "\\.[a-z]\\w*\\(|\\b[a-z]+[A-Z]\\w*|TimeKind|InclusiveEnd|MetricsSchema|BusinessMetrics|verify\\(\\)"
                    + "|axisor\\.metrics\\.");

    private static final Pattern KEY = Pattern.compile("'([a-z-]+(?:\\[\\d])?\\.[a-z.-]+)(?:: [^']*)?'");

    private static final String USERS = "users: {table: accounts, id: id, created-at: made}";
    private static final String PAYMENTS =
            "payments: {table: pays, id: id, user-id: who, amount: amount, fixed-currency: EUR, created-at: made,"
                    + " status: state, succeeded: paid, failed: void}";
    private static final String SUBSCRIPTIONS =
            "subscriptions: {table: subs, user-id: who, amount: amount, fixed-currency: EUR, fixed-interval: month,"
                    + " started-at: began, status: state, active: on, past-due: late}";

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();

    @TempDir
    private Path folder;

    private Connection database;

    /**
     * A mapping with a fault.
     *
     * @param faulty the mapping
     * @param told what is said of it
     * @param mended the mapping with what was said done
     */
    record Fault(String faulty, String told, String mended) {
        static Fault of(String mapping, String right, String wrong, String told) {
            return new Fault(mapping.replace(right, wrong), told, mapping);
        }

        static Fault mendedBy(String mapping, String told, String added) {
            return new Fault(mapping, told, with(mapping, added));
        }
    }

    private static String with(String mapping, String added) {
        return mapping.substring(0, mapping.length() - 1) + ", " + added + "}";
    }

    static Stream<Fault> faults() {
        String cents = PAYMENTS.replace("amount: amount", "amount: amount_cents");
        String joined = "users: {table: accounts, id: id, created-at: made, plan: t.plan, join: {t: {table: tiers,"
                + " key: who, matching: id}}}";
        String uses = "feature-use: [{table: exports, user-id: who, used-at: made, fixed-feature: export}, {table:"
                + " imports, user-id: who, used-at: made, fixed-feature: import}]";
        return Stream.of(
                Fault.mendedBy(
                        USERS.replace("made", "millis"),
                        "users.created-at: 'MILLIS' is BIGINT; say how it stores instants, such as"
                                + " 'users.created-at-kind: epoch-millis'",
                        "created-at-kind: epoch-millis"),
                new Fault(
                        with(USERS, "created-at-kind: instant"),
                        "map it with 'users.created-at-kind: local-in ZONE'",
                        with(USERS, "created-at-kind: local-in UTC")),
                new Fault(
                        with(USERS.replace("made", "zoned"), "created-at-kind: local-in UTC"),
                        "map it with 'users.created-at-kind: instant'",
                        with(USERS.replace("made", "zoned"), "created-at-kind: instant")),
                new Fault(
                        with(USERS.replace("made", "millis"), "created-at-kind: instant"),
                        "map it with 'users.created-at-kind: epoch-seconds' or 'epoch-millis'",
                        with(USERS.replace("made", "millis"), "created-at-kind: epoch-millis")),
                new Fault(
                        joined,
                        "restrict the table with 'users.join.t.where', or map the facts by 'users.select'",
                        joined.replace("matching: id", "matching: id, where: valid = 1")),
                Fault.mendedBy(
                        USERS.replace("accounts", "people"),
                        "they have no id; leave them out with 'users.where'",
                        "where: id IS NOT NULL"),
                Fault.mendedBy(cents, "say so with 'payments.minor-units: true'", "minor-units: true"),
                new Fault(PAYMENTS.replace(", failed: void", ""), "payments.status: 2 of 3 rows (66.7 %)", PAYMENTS),
                new Fault(
                        PAYMENTS.replace("paid, failed", "Paid, failed"),
                        "(resembles 'Paid'; add it to 'payments.succeeded')",
                        PAYMENTS.replace("succeeded: paid", "succeeded: [Paid, paid]")),
                Fault.of(
                        SUBSCRIPTIONS,
                        ", past-due: late",
                        "",
                        "means none of active, past-due, trialing, paused, cancelled, free, not-paying, ignored: 'late'"
                                + " in 1 row; add each to one of 'subscriptions.active', 'subscriptions.past-due'"),
                Fault.mendedBy(
                        with(SUBSCRIPTIONS, "ended-at: ended"),
                        "subscriptions.ended-at is a DATE: map it with 'subscriptions.inclusive-end: day'",
                        "inclusive-end: day"),
                Fault.of(
                        USERS,
                        ", created-at: made",
                        "",
                        "users.created-at is not mapped; name its column with 'created-at'"),
                new Fault(
                        with(PAYMENTS, "refunded-at: made, refunded-amount: amount") + "\n  refunds: {table: pays,"
                                + " payment-id: id, amount: amount, refunded-at: made}",
                        "payments: 'refunded-amount' and 'refunded-at' would count refunds of the own table twice;"
                                + " leave them out",
                        PAYMENTS + "\n  refunds: {table: pays, payment-id: id, amount: amount, refunded-at: made}"),
                new Fault(
                        with(SUBSCRIPTIONS, "free: late"),
                        "subscriptions.status: 'late' stands for both 'past-due' and 'free'; leave it out of one",
                        SUBSCRIPTIONS),
                Fault.of(
                        joined.replace("id}}", "id, where: valid = 1}}"),
                        ", matching: id",
                        "",
                        "users: 'join' of 't' needs its 'table', its 'key' and our 'matching' column"),
                new Fault(
                        with(SUBSCRIPTIONS, "paused-at: began"),
                        "subscriptions.paused-at is looked at where the status is paused; name the stored statuses with"
                                + " 'paused'",
                        with(SUBSCRIPTIONS, "paused-at: began, paused: halted")),
                new Fault(
                        with(SUBSCRIPTIONS, "inclusive-end: day"),
                        "subscriptions: 'inclusive-end' says how 'ended-at' is stored, which is not mapped",
                        with(SUBSCRIPTIONS, "inclusive-end: day, ended-at: ended")),
                Fault.of(
                        uses,
                        ", used-at: made, fixed-feature: import",
                        ", fixed-feature: import",
                        "feature-use[1].used-at is not mapped; name its column with 'used-at'"),
                Fault.of(
                        uses,
                        "made, fixed-feature: import",
                        "mode, fixed-feature: import",
                        "feature-use[1].used-at: table PUBLIC.IMPORTS has no column 'mode'"),
                Fault.of(
                        "market-log: {table: exports, market: state, amount: who, price: who, executed-at: made}",
                        "executed-at: made",
                        "executed-at: mode",
                        "market-log.executed-at: table PUBLIC.EXPORTS has no column 'mode'"),
                Fault.of(
                        "compliance-requests: {table: exports, requested-at: made, completed-at: made}",
                        "requested-at: made",
                        "requested-at: mode",
                        "compliance-requests.requested-at: table PUBLIC.EXPORTS has no column 'mode'"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatIsToldCanBeWrittenAndHelps(Fault fault) throws Exception {
        Run run = check(fault.faulty());
        assertThat(run.err() + run.out()).contains(fault.told()).doesNotContainPattern(FOREIGN);
        assertThat(KEY.matcher(run.err() + run.out()).results().map(key -> key.group(1)))
                .allSatisfy(key -> assertThat(SchemaProperties.keys())
                        .containsKey(key.replaceAll("\\[\\d]", "").replaceAll("\\.join\\.[^.]+\\.", ".join.*.")));

        Run mended = check(fault.mended());
        assertThat(mended.exitCode()).as(mended.err()).isZero();
        assertThat(mended.out()).doesNotContain(fault.told()).doesNotContainPattern(FOREIGN);
    }

    @Test
    void soItIsForMetricsThatAreSql() throws Exception {
        String metrics =
                "metrics: {shop: [{key: a, unit: b, description: c, select: 'SELECT COUNT(*) FROM pays WHERE made"
                        + " < :at'}]}\nschema:\n  " + USERS;
        Run run = Run.of(Shop.write(folder, target() + metrics), "--check");
        assertThat(run.err()).contains("set its times to 'local-in ZONE'").doesNotContainPattern(FOREIGN);
        run = Run.of(
                Shop.write(folder, target() + metrics.replace("unit: b", "unit: b, times: local-in UTC")), "--check");
        assertThat(run.exitCode()).as(run.err()).isZero();
        run = Run.of(Shop.write(folder, target() + "metrics: {shop: []}\n"), "--check");
        assertThat(run.err()).contains("it has no metric; add one").doesNotContainPattern(FOREIGN);
    }

    @Test
    void reasonsOfValuesThatCannotBeHadAreInNobodysCode() throws Exception {
        String some = USERS + "\n  " + PAYMENTS.replace(" user-id: who,", "")
                + "\n  tickets: {table: exports, opened-at: made, resolved-at: ended}"
                + "\n  trades: {table: exports, amount: who, fixed-currency: USD, executed-at: made, status: state,"
                + " succeeded: ok}"
                + "\n  executions: {table: exports, automation-id: who, started-at: made, finished-at: ended, status:"
                + " state, succeeded: ok}"
                + "\n  automations: {table: exports, id: who, user-id: who, active: state, created-at: made}";
        for (String mapping : new String[] {"plans: [free]", USERS, some}) {
            Run run =
                    Run.of(Shop.write(folder, target() + "schema:\n  " + mapping + "\n"), "--once", "--format", "json");
            assertThat(run.json().get("measurements"))
                    .as(run.err())
                    .isNotEmpty()
                    .allSatisfy(measurement ->
                            assertThat(measurement.get("reason").asText()).doesNotContainPattern(FOREIGN));
        }
    }

    private Run check(String mapping) throws IOException {
        return Run.of(Shop.write(folder, target() + "schema:\n  " + mapping + "\n"), "--check");
    }

    private String target() {
        return "targets:\n  - url: " + url + "\n";
    }

    @BeforeEach
    void create() throws SQLException {
        database = DriverManager.getConnection(url);
        try (Statement statement = database.createStatement()) {
            statement.execute("""
                CREATE TABLE accounts (id INT PRIMARY KEY, made TIMESTAMP, millis BIGINT, zoned TIMESTAMP WITH TIME ZONE);
                CREATE TABLE people (id INT, made TIMESTAMP);
                INSERT INTO people VALUES (1, TIMESTAMP '2026-01-01 00:00:00'), (NULL, TIMESTAMP '2026-01-01 00:00:00');
                CREATE TABLE tiers (who INT, plan VARCHAR(9), valid INT);
                INSERT INTO tiers VALUES (1, 'pro', 1), (1, 'free', 0);
                CREATE TABLE pays (id INT PRIMARY KEY, who INT, amount DECIMAL(10, 2), amount_cents INT,
                    state VARCHAR(9), made TIMESTAMP);
                INSERT INTO pays VALUES (1, 1, 1, 100, 'paid', TIMESTAMP '2020-01-01 00:00:00'),
                    (2, 1, 1, 100, 'void', TIMESTAMP '2020-01-01 00:00:00'),
                    (3, 1, 1, 100, 'void', TIMESTAMP '2020-01-01 00:00:00');
                CREATE TABLE subs (who INT, amount DECIMAL(10, 2), state VARCHAR(9), began TIMESTAMP, ended DATE);
                INSERT INTO subs VALUES (1, 1, 'on', TIMESTAMP '2020-01-01 00:00:00', DATE '2030-01-31'),
                    (2, 1, 'late', TIMESTAMP '2020-01-01 00:00:00', DATE '2030-01-31');
                CREATE TABLE exports (who INT, state VARCHAR(9), made TIMESTAMP, ended DATE);
                CREATE TABLE imports (who INT, made TIMESTAMP)\
                """);
        }
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }
}
