package io.axisor.metrics.examples.quickstart.folder;

import static io.axisor.metrics.examples.quickstart.folder.CsvColumn.amount;
import static io.axisor.metrics.examples.quickstart.folder.CsvColumn.instant;
import static io.axisor.metrics.examples.quickstart.folder.CsvColumn.key;
import static io.axisor.metrics.examples.quickstart.folder.CsvColumn.text;

import io.axisor.metrics.examples.quickstart.database.DataSet;
import io.axisor.metrics.examples.quickstart.database.QuickstartDatabase;
import io.axisor.metrics.examples.quickstart.database.Table;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.value.CurrencyUnit;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A folder with {@code users.csv} (id, created_at) and, where there are any, {@code payments.csv} (id, user_id, amount, ts,
 * status) and {@code events.csv} (user_id, ts). A payment's timestamp is both its creation and its payment, and a refund is
 * a row of its own.
 */
public final class CsvFolder implements DataSet {

    private static final String USERS = "users.csv";
    private static final String PAYMENTS = "payments.csv";
    private static final String EVENTS = "events.csv";

    private final List<CsvFile> files;
    private final CurrencyUnit currency;
    private final PrintStream progress;

    private CsvFolder(List<CsvFile> files, CurrencyUnit currency, PrintStream progress) {
        this.files = files;
        this.currency = currency;
        this.progress = progress;
    }

    /**
     * A folder.
     *
     * @param folder where the files are
     * @param currency the currency of every payment
     * @param progress where the progress bars go
     * @return the facts, not yet read
     * @throws CsvException if there is no such folder or it holds no {@code users.csv}
     */
    public static CsvFolder of(Path folder, CurrencyUnit currency, PrintStream progress) {
        if (!Files.isDirectory(folder)) {
            throw new CsvException(folder + " is not a folder; give one that holds " + USERS);
        }
        if (!Files.isRegularFile(folder.resolve(USERS))) {
            throw new CsvException(folder + " holds no " + USERS + "; it must (id, created_at), and may hold "
                    + PAYMENTS + " (id, user_id, amount, ts, status) and " + EVENTS + " (user_id, ts)");
        }
        List<CsvFile> files = new ArrayList<>();
        files.add(new CsvFile(folder.resolve(USERS), List.of(key("id"), instant("created_at")), List.of("created_at")));
        Path payments = folder.resolve(PAYMENTS);
        if (Files.isRegularFile(payments)) {
            files.add(new CsvFile(
                    payments,
                    List.of(key("id"), text("user_id"), amount("amount"), instant("ts"), text("status")),
                    List.of("ts", "user_id")));
        }
        Path events = folder.resolve(EVENTS);
        if (Files.isRegularFile(events)) {
            files.add(new CsvFile(events, List.of(text("user_id"), instant("ts")), List.of("ts, user_id")));
        }
        return new CsvFolder(files, currency, progress);
    }

    @Override
    public List<Table> tables() {
        return files.stream().map(CsvFile::table).toList();
    }

    @Override
    public void fill(QuickstartDatabase database) throws SQLException {
        for (CsvFile file : files) {
            ProgressBarBuilder bar = new ProgressBarBuilder()
                    .setTaskName("%-12s".formatted(file.name()))
                    .setInitialMax(file.size())
                    .setUnit(" B", 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(500)
                    .setConsumer(new ConsoleProgressBarConsumer(progress, 100));
            file.fill(database, path -> ProgressBar.wrap(Files.newInputStream(path), bar));
        }
    }

    @Override
    public MetricsSchema mapping(String schema) {
        MetricsSchema.Builder mapping = MetricsSchema.builder()
                .users(t -> t.table(schema + ".users").id("id").createdAt("created_at"));
        if (holds(EVENTS)) {
            mapping.activity(t -> t.table(schema + ".events").userId("user_id").occurredAt("ts"));
        }
        if (holds(PAYMENTS)) {
            mapping.payments(t -> t.table(schema + ".payments")
                    .id("id")
                    .userId("user_id")
                    .amount("amount")
                    .fixedCurrency(currency)
                    .createdAt("ts")
                    .paidAt("ts")
                    .status("status")
                    .succeeded("SUCCEEDED")
                    .refunded("REFUNDED")
                    .failed("FAILED")
                    .pending("PENDING")
                    .refundsOnOwnRows());
        }
        return mapping.build();
    }

    private boolean holds(String name) {
        return files.stream().anyMatch(file -> file.name().equals(name));
    }
}
