package io.axisor.metrics.jdbc;

import java.util.stream.Stream;

class DerbyOddValuesIT extends OddValues {

    DerbyOddValuesIT() {
        super(Engines.DERBY);
    }

    @Override
    String local(String day) {
        return "TIMESTAMP('" + day + " 00:00:00')";
    }

    @Override
    String date(String day) {
        return "DATE('" + day + "')";
    }

    @Override
    Stream<OddColumn> amounts() {
        return Stream.of(amount("DOUBLE PRECISION", "1E30", "-1E30", "CAST(NULL AS DOUBLE)"));
    }
}
