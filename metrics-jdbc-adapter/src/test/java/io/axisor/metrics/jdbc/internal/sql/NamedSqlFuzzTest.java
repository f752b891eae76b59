package io.axisor.metrics.jdbc.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.jdbc.Nasty;
import io.axisor.metrics.jdbc.internal.dialect.Param;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of statements whose parameters are known, since they are put together from pieces. */
class NamedSqlFuzzTest {

    private static final int ROUNDS = 5000;

    private static final List<String> NAMES = List.of("from", "to", "at", "AT2", "_x");

    private static final List<String> CODE = List.of(
            "a", ",", "(", ")", "<", ">=", "-", "/", "*", "1", "::", "t.b", "e", "N", "$1", "[", ": ", "表", "x$y");

    private static final Map<String, Param> VALUES = values();

    private static Map<String, Param> values() {
        Map<String, Param> values = new HashMap<>();
        NAMES.forEach(name -> values.put(name, (statement, index) -> statement.setString(index, name)));
        return values;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void parametersAreFoundWhereTheyWerePutAndNowhereElse(long seed) throws SQLException {
        Random random = new Random(seed);
        Nasty nasty = new Nasty(seed);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder given = new StringBuilder("SELECT ");
            StringBuilder expected = new StringBuilder("SELECT ");
            List<Object> names = new ArrayList<>();
            for (int piece = random.nextInt(12); piece >= 0; piece--) {
                String text = piece(random, nasty);
                if (random.nextInt(3) == 0) {
                    String name = NAMES.get(random.nextInt(NAMES.size()));
                    names.add(name);
                    given.append(':').append(name);
                    expected.append('?');
                }
                given.append(' ').append(text).append(' ');
                expected.append(' ').append(text).append(' ');
            }
            NamedSql named = NamedSql.parse(given.toString());
            Sql sql = named.bind(VALUES);

            assertThat(named.faults()).as("seed %s: %s", seed, given).isEmpty();
            assertThat(sql.text()).as("seed %s: %s", seed, given).isEqualTo(expected.toString());
            assertThat(BoundValues.of(sql)).as("seed %s: %s", seed, given).isEqualTo(names);
            assertThat(named.toString()).isEqualTo(given.toString());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 6, 7, 8})
    void whateverTheTextIsItIsReadToItsEndAndKept(long seed) {
        Nasty nasty = new Nasty(seed);
        int plain = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String text = nasty.text(20);
            NamedSql named = NamedSql.parse(text);

            assertThat(named.toString()).as("seed %s", seed).isEqualTo(text);
            if (text.chars().noneMatch(c -> "?;'\"`$/".indexOf(c) >= 0)) {
                plain++;
                assertThat(named.faults())
                        .as("seed %s: %s", seed, text)
                        .allSatisfy(fault -> assertThat(fault).contains("SELECT"));
            }
        }
        assertThat(plain).isGreaterThan(100);
    }

    private static String piece(Random random, Nasty nasty) {
        String text = nasty.text(5);
        return switch (random.nextInt(8)) {
            case 0 -> "'" + text.replace("'", "''") + "'";
            case 1 -> Nasty.quoted(text);
            case 2 -> "`" + text.replace("`", "``") + "`";
            case 3 -> "--" + text.replace("\n", "") + "\n";
            case 4 -> "/*" + nested(text, random) + "*/";
            case 5 -> "$q$" + text.replace("$", "") + "$q$";
            case 6 -> "E'" + text.replace("\\", "\\\\").replace("'", random.nextBoolean() ? "''" : "\\'") + "'";
            default -> CODE.get(random.nextInt(CODE.size()));
        };
    }

    /** A comment's inside, without an end of its own, at times within another comment. */
    private static String nested(String text, Random random) {
        String inside = text.replace("*", "").replace("/", "");
        return random.nextBoolean() ? inside : inside + "/*" + inside + "*/" + inside;
    }
}
