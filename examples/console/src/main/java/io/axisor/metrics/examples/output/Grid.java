package io.axisor.metrics.examples.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Text in columns, as wide as what stands in them. A row may end early: its last cell then runs on over the columns that
 * are left, up to the width of a line.
 */
final class Grid {

    static final int WIDTH = 120;

    /** The column of values, which end, not begin, at the same place. */
    private static final int VALUE = 2;

    private final int nameWidth;
    private final List<String> titles;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * A grid.
     *
     * @param nameWidth the least width of the first column, so that grids below each other look alike
     * @param titles the titles behind that of the first column
     */
    Grid(int nameWidth, String... titles) {
        this.nameWidth = nameWidth;
        this.titles = Stream.concat(Stream.of(""), Stream.of(titles)).toList();
    }

    void add(List<String> cells) {
        rows.add(cells);
    }

    /** The lines, the title in the place of the first column's. */
    List<String> lines(String title) {
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            widths.add(width(i));
        }
        List<String> lines = new ArrayList<>();
        lines.add(new StringBuilder(line(titles, widths))
                .replace(0, title.length(), title)
                .toString());
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private int width(int column) {
        int widest = column == 0 ? nameWidth : titles.get(column).length();
        for (List<String> row : rows) {
            boolean runsOn = column == row.size() - 1 && row.size() < titles.size();
            if (column < row.size() && !runsOn) {
                widest = Math.max(widest, row.get(column).length());
            }
        }
        return widest;
    }

    private String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String padding = " ".repeat(Math.max(0, widths.get(i) - row.get(i).length()));
            line.append("  ").append(i == VALUE ? padding + row.get(i) : row.get(i) + padding);
        }
        boolean runsOn = row.size() < titles.size();
        return runsOn ? cut(line.toString().stripTrailing()) : line.toString().stripTrailing();
    }

    private static String cut(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 2).stripTrailing() + " …";
    }

    /** Breaks a sentence between words, its further lines indented. */
    static List<String> wrapped(String sentence) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : sentence.split(" ", -1)) {
            if (line.length() + word.length() > WIDTH) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder("      ");
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
