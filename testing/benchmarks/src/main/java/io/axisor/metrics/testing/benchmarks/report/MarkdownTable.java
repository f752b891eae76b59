package io.axisor.metrics.testing.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table of Markdown, built row by row. */
public final class MarkdownTable {

    private final List<String> lines = new ArrayList<>();
    private final int columns;

    /**
     * A table without rows.
     *
     * @param headings what is above the columns
     */
    public MarkdownTable(String... headings) {
        this.columns = headings.length;
        lines.add(line(List.of(headings)));
        lines.add(line(Collections.nCopies(columns, "---")));
    }

    /**
     * Adds a row.
     *
     * @param cells as many as there are columns
     * @return this
     */
    public MarkdownTable row(Object... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(cells.length + " cells do not fit " + columns + " columns");
        }
        lines.add(line(Stream.of(cells).map(Object::toString).toList()));
        return this;
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
