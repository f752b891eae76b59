package io.axisor.metrics.jdbc.internal.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.axisor.metrics.jdbc.Nasty;
import io.axisor.metrics.jdbc.internal.dialect.Dialects;
import io.axisor.metrics.jdbc.internal.resolve.Source.Mapped;
import io.axisor.metrics.jdbc.internal.resolve.Source.Resolved;
import io.axisor.metrics.jdbc.internal.spec.FactSpec;
import io.axisor.metrics.jdbc.internal.spec.MoneySpec;
import io.axisor.metrics.jdbc.internal.sql.BoundValues;
import io.axisor.metrics.jdbc.internal.sql.Column;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written into SQL and what is bound, over thousands of names and values. */
class SqlFuzzTest {

    private static final int ROUNDS = 5000;

    @Test
    void valuesAreBoundAndNeverWritten() throws SQLException {
        Nasty nasty = new Nasty(1);
        String text = statuses(List.of("x", "y")).means("status", "succeeded").text();
        assertThat(text).isEqualTo("f.\"status\" IN (?, ?)");
        for (int round = 0; round < ROUNDS; round++) {
            List<String> values = List.of(nasty.text(6), nasty.text(6));
            Sql sql = statuses(values).means("status", "succeeded");

            assertThat(sql.text()).isEqualTo(text);
            assertThat(BoundValues.of(sql)).isEqualTo(values);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "`"})
    void aQuotedNameEndsWhereItsQuotesDo(String quote) throws SQLException {
        DatabaseTables tables = tables(quote);
        Nasty nasty = new Nasty(2);
        for (int round = 0; round < ROUNDS; round++) {
            String name = nasty.text(8);
            String sql = tables.quoted(name);
            String inner = sql.substring(1, sql.length() - 1);

            assertThat(sql).startsWith(quote).endsWith(quote);
            assertThat(inner.replace(quote + quote, "")).doesNotContain(quote);
            assertThat(inner.replace(quote + quote, quote)).isEqualTo(name);
        }
    }

    @Test
    void aDriverWithoutQuotesTakesPlainNamesOnly() throws SQLException {
        DatabaseTables tables = tables(" ");
        Nasty nasty = new Nasty(3);

        assertThat(tables.quoted("plain_NAME_1")).isEqualTo("plain_NAME_1");
        assertThatThrownBy(() -> tables.quoted("1st")).isInstanceOf(SQLException.class);
        for (int round = 0; round < ROUNDS; round++) {
            String name = nasty.text(8) + "'";
            assertThatThrownBy(() -> tables.quoted(name)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aNameInQuotesIsReadBackAsItWas() {
        Nasty nasty = new Nasty(4);
        for (int round = 0; round < ROUNDS; round++) {
            String schema = nasty.text(5);
            String table = nasty.text(5);

            assertThat(TableName.parse(Nasty.quoted(schema) + "." + Nasty.quoted(table)))
                    .isEqualTo(new TableName(Optional.empty(), Optional.of(schema), table));
        }
    }

    @Test
    void onlyOurStringsBecomeSql() {
        assertThatThrownBy(() -> Sql.of("a = ", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Source statuses(List<String> succeeded) {
        FactSpec spec = new FactSpec(
                "payments",
                Optional.of("payments"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of("status", Map.of("succeeded", succeeded)),
                Map.of(),
                MoneySpec.NONE,
                Optional.empty());
        Mapped status = new Mapped(
                "\"status\"", false, new Column("status", Types.VARCHAR, "VARCHAR", true, Optional.empty()), null);
        return new Resolved(spec, "\"payments\"", Optional.empty(), Map.of("status", status), Dialects.of("?", ""))
                .as("f");
    }

    private static DatabaseTables tables(String quote) throws SQLException {
        Connection connection = mock();
        DatabaseMetaData metaData = mock();
        when(connection.getMetaData()).thenReturn(metaData);
        when(metaData.getIdentifierQuoteString()).thenReturn(quote);
        return new DatabaseTables(connection, query -> List.of());
    }
}
