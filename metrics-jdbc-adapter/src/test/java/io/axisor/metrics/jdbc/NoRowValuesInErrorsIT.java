package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.axisor.metrics.source.MetricsDataException;
import io.axisor.metrics.value.CurrencyUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a driver says may quote a row; what we say never does. */
class NoRowValuesInErrorsIT {

    private static final String SECRET = "sec-ret-4711";

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aRowThatBreaksAStatementIsNotQuoted(Databases database) {
        database.run(
                "DROP TABLE IF EXISTS notes",
                "CREATE TABLE notes (note VARCHAR(20), noted DATE)",
                "INSERT INTO notes VALUES ('" + SECRET + "', DATE '2026-04-10')");
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(
                database.dataSource(),
                MetricsSchema.builder()
                        .users(u -> u.select("SELECT note AS id, noted FROM notes")
                                .id("id")
                                .createdAt("noted"))
                        .payments(p -> p.select(
                                        "SELECT CAST(note AS INTEGER) AS amount, note, 'paid' AS status, noted FROM"
                                                + " notes")
                                .userId("note")
                                .amount("amount")
                                .fixedCurrency(CurrencyUnit.of("USD"))
                                .status("status")
                                .succeeded("paid")
                                .createdAt("noted"))
                        .build());

        assertThatThrownBy(() -> source.users(WholeCompany.AT)).hasMessageNotContaining(SECRET);
        assertThatThrownBy(() -> source.revenue(WholeCompany.AT))
                .isInstanceOf(MetricsDataException.class)
                .hasMessageStartingWith("revenue: the database reported an error (")
                .hasMessageNotContaining(SECRET);
        Throwable refused =
                catchThrowable(() -> assertThat(source.verify().toString()).doesNotContain(SECRET));
        if (refused != null) { // a database that runs what it is to describe
            assertThat(refused).isInstanceOf(MetricsDataException.class).hasMessageNotContaining(SECRET);
        }
    }
}
