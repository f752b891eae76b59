package io.axisor.metrics.jdbc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The files of RavenStack, a made-up software company, as rows and as tables. All times are UTC. */
final class RavenstackFiles {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd H:mm");

    /** Somebody's use of a feature. */
    record Use(String subscription, String account, String feature, LocalDateTime at) {}

    /** A support ticket; all of them are answered and closed, some before they are answered. */
    record Ticket(LocalDateTime opened, LocalDateTime answered, LocalDateTime resolved, Integer score) {}

    private final Path folder;
    private final List<CSVRecord> accounts;
    private final List<CSVRecord> subscriptions;
    private final List<Use> uses;
    private final List<Ticket> tickets;

    RavenstackFiles(Path folder) throws IOException {
        this.folder = folder;
        this.accounts = read("accounts", row -> row);
        this.subscriptions = read("subscriptions", row -> row);
        Map<String, String> accountOf = subscriptions.stream()
                .collect(Collectors.toMap(row -> row.get("subscription_id"), row -> row.get("account_id")));
        this.uses = read(
                "feature_usage",
                row -> new Use(
                        row.get("subscription_id"),
                        accountOf.get(row.get("subscription_id")),
                        row.get("feature_name"),
                        midnight(row.get("usage_date"))));
        this.tickets = read("support_tickets", row -> {
            LocalDateTime opened = midnight(row.get("submitted_at"));
            String score = row.get("satisfaction_score");
            return new Ticket(
                    opened,
                    opened.plusMinutes(Long.parseLong(row.get("first_response_time_minutes"))),
                    LocalDateTime.parse(row.get("closed_at"), MINUTES),
                    score.isEmpty() ? null : Integer.valueOf(score));
        });
    }

    private <R> List<R> read(String name, Function<CSVRecord, R> row) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser =
                CSVParser.parse(folder.resolve("ravenstack_" + name + ".csv"), StandardCharsets.UTF_8, format)) {
            return parser.stream().map(row).toList();
        }
    }

    private static LocalDateTime midnight(String date) {
        return date.isEmpty() ? null : LocalDate.parse(date).atStartOfDay();
    }

    List<Use> uses() {
        return uses;
    }

    List<Ticket> tickets() {
        return tickets;
    }

    /** Writes the tables, instants as UTC without a zone. */
    void createIn(Databases database) throws SQLException {
        create(database, "raven_accounts", "id VARCHAR(20) PRIMARY KEY, signed_up TIMESTAMP", accounts, row ->
                new Object[] {row.get("account_id"), midnight(row.get("signup_date"))});
        create(
                database,
                "raven_subscriptions",
                "id VARCHAR(20) PRIMARY KEY, account_id VARCHAR(20), plan_tier VARCHAR(20), mrr INTEGER, begun TIMESTAMP,"
                        + " ended TIMESTAMP",
                subscriptions,
                row -> new Object[] {
                    row.get("subscription_id"),
                    row.get("account_id"),
                    row.get("plan_tier"),
                    Integer.valueOf(row.get("mrr_amount")),
                    midnight(row.get("start_date")),
                    midnight(row.get("end_date"))
                });
        create(database, "raven_usage", "subscription_id VARCHAR(20), feature VARCHAR(20), used TIMESTAMP", uses, use ->
                new Object[] {use.subscription(), use.feature(), use.at()});
        create(
                database,
                "raven_tickets",
                "opened TIMESTAMP, answered TIMESTAMP, closed TIMESTAMP, score INTEGER",
                tickets,
                t -> new Object[] {t.opened(), t.answered(), t.resolved(), t.score()});
    }

    private static <R> void create(
            Databases database, String table, String columns, List<R> rows, Function<R, Object[]> values)
            throws SQLException {
        database.run("DROP TABLE IF EXISTS " + table, "CREATE TABLE " + table + " (" + columns + ")");
        int width = values.apply(rows.get(0)).length;
        String insert = "INSERT INTO " + table + " VALUES (" + "?, ".repeat(width - 1) + "?)";
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            connection.setAutoCommit(false);
            for (R row : rows) {
                Object[] columnValues = values.apply(row);
                for (int i = 0; i < width; i++) {
                    statement.setObject(i + 1, columnValues[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
            connection.commit();
        }
    }
}
