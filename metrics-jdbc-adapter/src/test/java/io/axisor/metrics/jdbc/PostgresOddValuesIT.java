package io.axisor.metrics.jdbc;

import java.util.List;
import java.util.stream.Stream;

class PostgresOddValuesIT extends OddValues {

    PostgresOddValuesIT() {
        super(Databases.POSTGRESQL.engine());
    }

    @Override
    List<String> never() {
        return List.of("-infinity", "0044-03-15 BC", "0001-01-01");
    }

    @Override
    List<String> future() {
        return List.of("infinity", "9999-12-31", "294276-12-31");
    }

    @Override
    String local(String day) {
        return "TIMESTAMP '" + day + "'";
    }

    /** The session's zone stands for a few hours at most. */
    @Override
    String instant(String day) {
        return "TIMESTAMPTZ '" + day + "'";
    }

    @Override
    Stream<OddColumn> amounts() {
        return Stream.of(
                amount("DOUBLE PRECISION", "'NaN'", "'Infinity'", "'-Infinity'", "1E30", "-1E30", "NULL"),
                amount("REAL", "'NaN'", "'Infinity'", "'-Infinity'", "1E30", "NULL"),
                amount("NUMERIC", "'NaN'", "'Infinity'", "'-Infinity'", "1E40", "NULL"),
                amount("MONEY", "NULL"));
    }

    @Override
    List<String> before() {
        return List.of(
                "CREATE EXTENSION IF NOT EXISTS citext",
                "CREATE COLLATION IF NOT EXISTS folding (provider = icu, locale = 'und-u-ks-level2', deterministic ="
                        + " false)");
    }

    @Override
    Stream<String> texts() {
        return Stream.of("VARCHAR(20)", "TEXT COLLATE folding", "CITEXT", "CHAR(20)", "TEXT");
    }

    @Override
    Stream<String> doubles() {
        return Stream.of("DOUBLE PRECISION", "NUMERIC");
    }
}
