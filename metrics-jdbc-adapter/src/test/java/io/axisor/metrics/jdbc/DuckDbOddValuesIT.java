package io.axisor.metrics.jdbc;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

class DuckDbOddValuesIT extends OddValues {

    DuckDbOddValuesIT() {
        super(Engines.DUCKDB);
    }

    @Override
    Stream<TimeColumn> times() {
        return Stream.concat(
                counters(),
                Stream.of(
                        new TimeColumn(
                                "TIMESTAMP",
                                TimeKind.localIn(ZoneOffset.UTC),
                                "TIMESTAMP '2026-04-10 10:00:00'",
                                List.of(
                                        "TIMESTAMP '-infinity'",
                                        "TIMESTAMP '0044-03-15 (BC) 00:00:00'",
                                        "TIMESTAMP '0001-01-01 00:00:00'"),
                                List.of("TIMESTAMP 'infinity'", "TIMESTAMP '9999-12-31 23:59:59'")),
                        new TimeColumn(
                                "TIMESTAMP_S",
                                TimeKind.localIn(ZoneOffset.UTC),
                                "TIMESTAMP_S '2026-04-10 10:00:00'",
                                List.of("TIMESTAMP '0001-01-01 00:00:00'"),
                                List.of("TIMESTAMP_S 'infinity'", "TIMESTAMP_S '9999-12-31 23:59:59'")),
                        new TimeColumn(
                                "TIMESTAMP_MS",
                                TimeKind.localIn(ZoneOffset.UTC),
                                "TIMESTAMP_MS '2026-04-10 10:00:00'",
                                List.of("TIMESTAMP '0001-01-01 00:00:00'"),
                                List.of("TIMESTAMP '9999-12-31 23:59:59'")),
                        new TimeColumn(
                                "TIMESTAMP_NS",
                                TimeKind.localIn(ZoneOffset.UTC),
                                "TIMESTAMP '2026-04-10 10:00:00'",
                                List.of("TIMESTAMP '1899-12-30 00:00:00'"),
                                List.of("TIMESTAMP '2200-01-01 00:00:00'")),
                        new TimeColumn(
                                "TIMESTAMPTZ",
                                TimeKind.instant(),
                                "TIMESTAMPTZ '2026-04-10 10:00:00+00'",
                                List.of("TIMESTAMPTZ '-infinity'", "TIMESTAMPTZ '0001-01-01 00:00:00+00'"),
                                List.of("TIMESTAMPTZ 'infinity'", "TIMESTAMPTZ '9999-12-31 23:59:59+00'")),
                        new TimeColumn(
                                "DATE",
                                TimeKind.dateIn(ZoneOffset.UTC),
                                "DATE '2026-04-10'",
                                List.of("DATE '-infinity'", "DATE '0044-03-15 (BC)'", "DATE '0001-01-01'"),
                                List.of("DATE 'infinity'", "DATE '9999-12-31'"))));
    }

    @Override
    Stream<AmountColumn> amounts() {
        return Stream.of(
                new AmountColumn("DOUBLE", List.of("'NaN'", "'Infinity'", "'-Infinity'", "1E30", "NULL")),
                new AmountColumn("FLOAT", List.of("'NaN'", "'Infinity'", "1E30", "NULL")),
                new AmountColumn("HUGEINT", List.of("170141183460469231731687303715884105727", "NULL")),
                new AmountColumn("UBIGINT", List.of("NULL")));
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
