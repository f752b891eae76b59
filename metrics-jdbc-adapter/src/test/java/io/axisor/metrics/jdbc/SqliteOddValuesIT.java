package io.axisor.metrics.jdbc;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

class SqliteOddValuesIT extends OddValues {

    SqliteOddValuesIT() {
        super(Engines.SQLITE);
    }

    @Override
    Stream<TimeColumn> times() {
        List<String> never = List.of(
                "''",
                "'soon'",
                "'0000-00-00 00:00:00'",
                "'2026-00-00 00:00:00'",
                "'0001-01-01 00:00:00'",
                "'infinity'",
                "1775800000000",
                "1.5",
                "X'00'");
        List<String> future = List.of("'9999-12-31 23:59:59'", "'9999-12-31T23:59:59'");
        return Stream.concat(
                Stream.of(
                        new TimeColumn(
                                "BIGINT",
                                TimeKind.epochSeconds(),
                                "1775800000",
                                List.of("0", "-9223372036854775807", "'soon'", "X'00'"),
                                List.of("1775800000000")),
                        new TimeColumn(
                                "DATETIME",
                                TimeKind.epochMillis(),
                                "1775800000000",
                                List.of("0", "0.0", "'2026-04-10 10:00:00'", "'soon'"),
                                List.of("4102444800000"))),
                Stream.of(
                        new TimeColumn(
                                "DATETIME", TimeKind.localIn(ZoneOffset.UTC), "'2026-04-10 10:00:00'", never, future),
                        new TimeColumn(
                                "TEXT", TimeKind.localIn(ZoneOffset.UTC), "'2026-04-10T10:00:00'", never, future),
                        new TimeColumn(
                                "TEXT",
                                TimeKind.instant(),
                                "'2026-04-10T10:00:00.25Z'",
                                List.of("'2026-04-10 10:00:00'", "''", "'0001-01-01T00:00:00Z'", "12"),
                                List.of("'9999-12-31T23:59:59+02:00'")),
                        new TimeColumn(
                                "DATE",
                                TimeKind.dateIn(ZoneOffset.UTC),
                                "'2026-04-10'",
                                List.of("''", "'0000-00-00'", "1775800000000"),
                                List.of("'9999-12-31'"))));
    }

    @Override
    Stream<OddColumn> amounts() {
        return Stream.of(amount("INTEGER", "9e999", "-9e999", "'much'", "''", "X'00'", "NULL"));
    }

    @Override
    Stream<OddColumn> fractions() {
        return Stream.concat(
                super.fractions(),
                Stream.of(
                        new OddColumn("INTEGER", "2", List.of("1.5", "'1.5'", "0.5", "0")),
                        new OddColumn("INTEGER", "'2.0'", List.of("'2.5'"))));
    }

    @Override
    Stream<String> texts() {
        return Stream.of("TEXT", "TEXT COLLATE NOCASE", "VARCHAR(20) COLLATE RTRIM");
    }

    @Override
    Stream<String> singles() {
        return Stream.of();
    }

    @Override
    Stream<String> doubles() {
        return Stream.of();
    }

    @Override
    String date(String day) {
        return "'" + day + "'";
    }
}
