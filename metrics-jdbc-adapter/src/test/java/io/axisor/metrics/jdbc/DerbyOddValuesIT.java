package io.axisor.metrics.jdbc;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

class DerbyOddValuesIT extends OddValues {

    DerbyOddValuesIT() {
        super(Engines.DERBY);
    }

    @Override
    Stream<TimeColumn> times() {
        return Stream.concat(
                counters(),
                Stream.of(
                        new TimeColumn(
                                "TIMESTAMP",
                                TimeKind.localIn(ZoneOffset.UTC),
                                "TIMESTAMP('2026-04-10 10:00:00')",
                                List.of("TIMESTAMP('0001-01-01 00:00:00')"),
                                List.of("TIMESTAMP('9999-12-31 23:59:59')")),
                        new TimeColumn(
                                "DATE",
                                TimeKind.dateIn(ZoneOffset.UTC),
                                "DATE('2026-04-10')",
                                List.of("DATE('0001-01-01')"),
                                List.of("DATE('9999-12-31')"))));
    }

    @Override
    Stream<AmountColumn> amounts() {
        return Stream.of(new AmountColumn("DOUBLE PRECISION", List.of("1E30", "-1E30", "CAST(NULL AS DOUBLE)")));
    }

    @Override
    String day() {
        return "DATE('2026-04-10')";
    }
}
