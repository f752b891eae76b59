package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axisor.metrics.source.MetricsDataException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What holds on SQLite, whose numbers end at 64 bits and whose decimals are binary fractions. */
abstract class SqliteContract extends JdbcContract {

    SqliteContract(StoredAs stored) {
        super(Engines.SQLITE, stored);
    }

    @Override
    public int decimalsOfQuantities() {
        return 0;
    }

    @Test
    @Override
    public void sumsAreExactBeyondTheReachOfALong() {
        assertFails(super::sumsAreExactBeyondTheReachOfALong, "revenue");
    }

    @Test
    @Override
    public void sumsOfTradesAreExactBeyondTheReachOfALong() {
        assertFails(super::sumsOfTradesAreExactBeyondTheReachOfALong, "trading");
    }

    /** An error rather than a wrong sum. */
    private static void assertFails(ThrowingCallable test, String domain) {
        assertThatThrownBy(test)
                .isInstanceOf(MetricsDataException.class)
                .hasMessageStartingWith(domain + ": the database reported an error (SQLiteException");
    }
}
