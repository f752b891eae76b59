package io.axisor.metrics.jdbc.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.jdbc.internal.dialect.Param;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a parameter's name is one, and where it only looks like it. */
class NamedSqlTest {

    private static final Map<String, Param> VALUES = Map.of(
            "from", (statement, index) -> statement.setString(index, "FROM"),
            "to", (statement, index) -> statement.setString(index, "TO"));

    @Test
    void eachNameBecomesAQuestionMarkAndIsBoundInItsPlace() throws SQLException {
        NamedSql named = NamedSql.parse("SELECT COUNT(*) FROM t WHERE a < :to AND a >= :from OR (b>=:from)AND(b<:to)");
        Sql sql = named.bind(VALUES);

        assertThat(named.faults()).isEmpty();
        assertThat(named.names()).containsExactly("from", "to");
        assertThat(sql.text()).isEqualTo("SELECT COUNT(*) FROM t WHERE a < ? AND a >= ? OR (b>=?)AND(b<?)");
        assertThat(BoundValues.of(sql)).isEqualTo(List.of("TO", "FROM", "FROM", "TO"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ':from ? ; it''s :to' FROM t",
                "SELECT \":from ? ; \"\" :to\" FROM t",
                "SELECT `:from ? ; `` :to` FROM t",
                "SELECT 1 -- :from ? ; it's\nFROM t -- and :to",
                "SELECT 1 /* :from ? ; it's */ FROM t",
                "SELECT 1 /* a /* :from */ :to ? */ FROM t",
                "SELECT $$:from ? ; it's$$, $a$ $$ :from $b$ ; $a$ FROM t",
                "SELECT E'it\\'s :from ? ;', e'\\\\', E'a''b\\' :to' FROM t",
                "SELECT '\\', ':from' FROM t",
                "SELECT a::from, '1'::text, b :: to FROM t",
                "SELECT a[1:2], a[b: c], $1, a - b / c, d$from$, :1 FROM t",
                "WITH x AS (SELECT 1) SELECT * FROM x",
                "/* first */ (select 1)",
                "SELECT data ?? 'a', data ??| keys, data ??& keys FROM t",
                "select '' FROM t"
            })
    void whatOnlyLooksLikeANameStays(String sql) {
        NamedSql named = NamedSql.parse(sql);

        assertThat(named.faults()).isEmpty();
        assertThat(named.names()).isEmpty();
        assertThat(named.bind(VALUES).text()).isEqualTo(sql).isEqualTo(named.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a FROM t WHERE a >= :from::timestamptz",
                "SELECT ''':from' FROM t WHERE a >= :from",
                "SELECT 1 /* */ FROM t WHERE a >= :from /* :to */",
                "SELECT 1 --\n FROM t WHERE a>=:from--:to",
                "SELECT e'\\\\' FROM t WHERE a >= :from AND b = 'e'",
                "SELECT name'\\' FROM t WHERE a >= :from AND b <> '''",
                "SELECT $a$ $$ $a$ FROM t WHERE a >= :from",
                "SELECT * FROM a$b$c WHERE a$b$c >= :from",
                "SELECT a-b/c FROM t WHERE a >=:from"
            })
    void aNameAfterSomethingElseIsFound(String sql) {
        NamedSql named = NamedSql.parse(sql);

        assertThat(named.names()).containsExactly("from");
        assertThat(named.toString()).isEqualTo(sql);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', delimiter = '~', textBlock = """
        || ~ the SELECT is missing
        |  -- nothing but a comment| ~ the SELECT is missing
        |DELETE FROM t| ~ it must be a SELECT, not begin with 'DELETE'
        |SELECT 1; SELECT 2| ~ only one statement, without ';'
        |SELECT 1;| ~ only one statement, without ';'
        |SELECT a FROM t WHERE a > ?| ~ '?' is no parameter here; name it :from, :to or :at, and write operators of jsonb with ?? for each ?
        |SELECT 'a FROM t| ~ a ' is not closed
        |SELECT E'a\\' FROM t| ~ a ' is not closed
        |SELECT E'a\\| ~ a ' is not closed
        |SELECT "a FROM t| ~ a " is not closed
        |SELECT `a FROM t| ~ a ` is not closed
        |SELECT 1 /* a /* b */ c| ~ a /* is not closed
        |SELECT $q$ a $$ FROM t| ~ a $q$ is not closed
        """)
    void aFaultIsNamed(String sql, String fault) {
        assertThat(NamedSql.parse(sql).faults()).containsExactly(fault);
    }

    @Test
    void allFaultsAreNamedAtOnceAndEachOnce() {
        assertThat(NamedSql.parse("UPDATE t SET a = ?; UPDATE t SET b = ? WHERE c = '")
                        .faults())
                .containsExactlyInAnyOrder(
                        "it must be a SELECT, not begin with 'UPDATE'",
                        "'?' is no parameter here; name it :from, :to or :at, and write operators of jsonb with ?? for"
                                + " each ?",
                        "only one statement, without ';'",
                        "a ' is not closed");
    }

    @Test
    void textThatEndsWithinAPieceIsReadToItsEnd() {
        for (String ending :
                List.of(":", "::", "$", "$a", "-", "--", "/", "E", "E'", "'", "\\", "/*", "/*/", "$$", ":a")) {
            assertThat(NamedSql.parse("SELECT 1 " + ending).toString()).isEqualTo("SELECT 1 " + ending);
        }
    }
}
