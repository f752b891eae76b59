package io.axisor.metrics.jdbc;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

class DuckDbOddValuesIT extends OddValues {

    DuckDbOddValuesIT() {
        super(Engines.DUCKDB);
    }

    @Override
    List<String> never() {
        return List.of("-infinity", "0044-03-15 (BC)", "0001-01-01");
    }

    @Override
    List<String> future() {
        return List.of("infinity", "9999-12-31");
    }

    @Override
    String local(String day) {
        return "TIMESTAMP '" + day + "'";
    }

    @Override
    String instant(String day) {
        return "TIMESTAMPTZ '" + day + "'";
    }

    /** Types of a coarser or finer unit hold less. */
    @Override
    Stream<TimeColumn> times() {
        TimeKind local = TimeKind.localIn(ZoneOffset.UTC);
        List<String> firstYear = List.of("0001-01-01");
        return Stream.concat(
                super.times(),
                Stream.of(
                        column("TIMESTAMP_S", local, day -> "TIMESTAMP_S '" + day + "'", firstYear, future()),
                        column("TIMESTAMP_MS", local, this::local, firstYear, List.of("9999-12-31")),
                        column("TIMESTAMP_NS", local, this::local, List.of("1899-12-30"), List.of("2200-01-01"))));
    }

    @Override
    Stream<OddColumn> amounts() {
        return Stream.of(
                amount("DOUBLE", "'NaN'", "'Infinity'", "'-Infinity'", "1E30", "NULL"),
                amount("FLOAT", "'NaN'", "'Infinity'", "1E30", "NULL"),
                amount("HUGEINT", "170141183460469231731687303715884105727", "NULL"),
                amount("UBIGINT", "NULL"));
    }

    @Override
    Stream<String> texts() {
        return Stream.of("VARCHAR", "VARCHAR COLLATE NOCASE");
    }

    @Override
    Stream<String> singles() {
        return Stream.of("FLOAT");
    }

    @Override
    Stream<String> doubles() {
        return Stream.of("DOUBLE");
    }
}
