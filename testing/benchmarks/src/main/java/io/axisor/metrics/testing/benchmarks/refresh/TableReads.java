package io.axisor.metrics.testing.benchmarks.refresh;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * What a statement reads of its tables. The database knows which it reads from the first row on, whatever has changed since
 * the last refresh: made to prefer its indexes at any price, it still finds none that leaves out what is old.
 *
 * @param whole the tables that are read as a whole
 * @param parts those of which an index leaves something out
 */
record TableReads(SortedSet<String> whole, SortedSet<String> parts) {

    private static final Pattern SCAN =
            Pattern.compile("(Seq Scan|Index Scan using \\S+|Index Only Scan using \\S+|Bitmap Heap Scan) on (\\w+)");

    /** An end alone leaves nothing out: no fact is later than the instant that is measured. */
    private static final Pattern BEGINNING = Pattern.compile("Index Cond: .*(>|[^<]=) ");

    /** With the indexes that there are. */
    static TableReads of(String sql, DataSource database) throws SQLException {
        TableReads reads = new TableReads(new TreeSet<>(), new TreeSet<>());
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET enable_seqscan = off");
            try (ResultSet lines = statement.executeQuery("EXPLAIN " + sql)) {
                reads.add(lines);
            } finally {
                statement.execute("RESET enable_seqscan");
            }
        }
        reads.parts.removeAll(reads.whole);
        return reads;
    }

    private void add(ResultSet plan) throws SQLException {
        String table = "";
        while (plan.next()) {
            String line = plan.getString(1);
            Matcher scan = SCAN.matcher(line);
            if (scan.find()) {
                table = scan.group(2);
                whole.add(table);
            } else if (BEGINNING.matcher(line).find()) {
                whole.remove(table);
                parts.add(table);
            }
        }
    }

    /** In words, what is read as a whole in bold. */
    String words() {
        return Stream.concat(whole.stream().map(table -> "**" + table + "**"), parts.stream())
                .collect(Collectors.joining(", "));
    }
}
