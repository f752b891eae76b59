package io.axisor.metrics.testing.benchmarks.refresh;

import static io.axisor.metrics.testing.benchmarks.refresh.RefreshTimes.BY_HAND;
import static io.axisor.metrics.testing.benchmarks.refresh.RefreshTimes.COUNT;
import static io.axisor.metrics.testing.benchmarks.refresh.RefreshTimes.LIBRARY;
import static io.axisor.metrics.testing.benchmarks.refresh.RefreshTimes.SCAN;
import static io.axisor.metrics.testing.benchmarks.refresh.RefreshTimes.SERVICE;

import io.axisor.metrics.testing.benchmarks.report.Figure;
import io.axisor.metrics.testing.benchmarks.report.Goals;
import io.axisor.metrics.testing.benchmarks.report.MarkdownTable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What the times of a refresh say: ratios first. */
final class RefreshReport {

    private static final long MOST_ROWS = 2000;

    private final RefreshTimes times;

    RefreshReport(RefreshTimes times) {
        this.times = times;
    }

    @Override
    public String toString() {
        return """
                **Goals**

                %s
                **How many times as long as the library the others take; how many times as long as bare scans the library**

                %s
                **Medians**

                %s
                **By domain**

                %s
                **What travels**

                %s
                **Which part reads history again**

                What happened before the last refresh does not happen again; a statement that no index spares it reads it still.

                %s
                %s
                **Do they say the same?** %s
                """.formatted(
                        goals(), ratios(), medians(), domains(), traffic(), rereadShares(), statements(), agreement());
    }

    private Goals goals() {
        Goals goals = new Goals();
        for (RefreshTimes.Round round : times.rounds()) {
            String setting = " (" + round.setting().words() + ")";
            goals.atLeast(
                    "service ÷ library" + setting, round.setting().indexed() ? 2 : 4, round.ratio(SERVICE, LIBRARY));
            goals.atLeast("hand-tuned ÷ library" + setting, 1, round.ratio(BY_HAND, LIBRARY));
        }
        long rows = traffic(LIBRARY).rows();
        return goals.add("rows of a refresh", "fewer than " + MOST_ROWS, String.valueOf(rows), rows < MOST_ROWS);
    }

    private MarkdownTable ratios() {
        MarkdownTable table =
                new MarkdownTable("indexes, workers", "service ÷ library", "hand-tuned ÷ library", "library ÷ scans");
        times.rounds()
                .forEach(round -> table.row(
                        round.setting().words(),
                        Figure.times(round.ratio(SERVICE, LIBRARY)),
                        Figure.times(round.ratio(BY_HAND, LIBRARY)),
                        Figure.times(round.ratio(LIBRARY, SCAN))));
        return table;
    }

    private MarkdownTable medians() {
        return byRound(List.of(LIBRARY, SERVICE, BY_HAND, SCAN, COUNT));
    }

    private MarkdownTable domains() {
        return byRound(LibraryRefresh.DOMAINS);
    }

    private MarkdownTable byRound(List<String> names) {
        String[] headings = new String[names.size() + 1];
        headings[0] = "indexes, workers";
        for (int i = 0; i < names.size(); i++) {
            headings[i + 1] = names.get(i);
        }
        MarkdownTable table = new MarkdownTable(headings);
        for (RefreshTimes.Round round : times.rounds()) {
            Object[] cells = new Object[headings.length];
            cells[0] = round.setting().words();
            for (int i = 0; i < names.size(); i++) {
                cells[i + 1] = Figure.of(round.of(names.get(i)));
            }
            table.row(cells);
        }
        return table;
    }

    private MarkdownTable traffic() {
        MarkdownTable table = new MarkdownTable("way", "statements", "rows");
        times.sent().forEach((way, traffic) -> table.row(way, traffic.statements(), traffic.rows()));
        return table;
    }

    private RefreshTimes.Traffic traffic(String way) {
        return Objects.requireNonNull(times.sent().get(way), way);
    }

    private MarkdownTable rereadShares() {
        MarkdownTable table = new MarkdownTable(
                "domain", "whole tables, without indexes", "of its time", "whole tables, with indexes", "of its time");
        for (String domain : LibraryRefresh.DOMAINS) {
            List<RefreshTimes.StatementTimes> all = times.statements().stream()
                    .filter(statement -> statement.domain().equals(domain))
                    .toList();
            List<RefreshTimes.StatementTimes> rereading = all.stream()
                    .filter(statement -> !statement.reads().whole().isEmpty())
                    .toList();
            Duration without = sum(rereading, RefreshTimes.StatementTimes::withoutIndexes);
            Duration with = sum(rereading, RefreshTimes.StatementTimes::withIndexes);
            table.row(
                    domain,
                    Figure.of(without),
                    share(without, sum(all, RefreshTimes.StatementTimes::withoutIndexes)),
                    Figure.of(with),
                    share(with, sum(all, RefreshTimes.StatementTimes::withIndexes)));
        }
        return table;
    }

    private static Duration sum(
            List<RefreshTimes.StatementTimes> statements, Function<RefreshTimes.StatementTimes, Duration> time) {
        return statements.stream().map(time).reduce(Duration.ZERO, Duration::plus);
    }

    private static String share(Duration part, Duration whole) {
        return Figure.percent((double) part.toNanos() / whole.toNanos());
    }

    /** Statement by statement, with the rows that come back. */
    private MarkdownTable statements() {
        MarkdownTable table = new MarkdownTable(
                "domain", "statement", "reads, in bold as a whole", "rows", "without indexes", "with indexes");
        int number = 0;
        for (RefreshTimes.StatementTimes statement : times.statements()) {
            table.row(
                    statement.domain(),
                    ++number,
                    statement.reads().words(),
                    statement.rows(),
                    Figure.of(statement.withoutIndexes()),
                    Figure.of(statement.withIndexes()));
        }
        return table;
    }

    /** The text of the statements, numbered as in the table. */
    String statementTexts() {
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (RefreshTimes.StatementTimes statement : times.statements()) {
            text.append("-- ")
                    .append(++number)
                    .append(", ")
                    .append(statement.domain())
                    .append('\n');
            text.append(statement.sql()).append(";\n\n");
        }
        return text.toString();
    }

    private String agreement() {
        Agreement agreement = times.agreement();
        return "Yes: " + agreement.compared() + " values of the hand-tuned statements were compared with the library's"
                + " before time was taken, and a run ends where one differs. Beyond them the library tells "
                + String.join(", ", agreement.unaskedByHand()) + ".";
    }
}
