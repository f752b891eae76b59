package io.axisor.metrics.testing.benchmarks.company;

import java.util.List;

/**
 * A table of the company.
 *
 * @param name its name
 * @param columns their definitions, in the order of {@link #row}
 * @param indexed the columns that teams usually give an index of their own
 * @param rows how many rows it has
 * @param row writes a row
 */
public record CompanyTable(String name, String columns, List<String> indexed, long rows, Row row) {

    /** Writes one row. */
    @FunctionalInterface
    public interface Row {

        /**
         * Writes the cells in the order of the columns.
         *
         * @param line where to
         * @param index which row, from 0; later rows happened later
         */
        void write(CopyLines line, long index);
    }
}
