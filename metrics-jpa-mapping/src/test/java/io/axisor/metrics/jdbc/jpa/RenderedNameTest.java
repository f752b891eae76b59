package io.axisor.metrics.jdbc.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderedNameTest {

    private static final String ODD = "ab.Z_ \"`[]';$é-";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "accounts, accounts",
                "billing.accounts, billing.accounts",
                "\"Order\", Order",
                "`Order`, Order",
                "[Order], Order",
                "db.\"My.Schema\".\"a\"\"b\", db.\"My.Schema\".\"a\"\"b\"",
                "[My.Schema].[a]]b], \"My.Schema\".a]b"
            })
    void quotesOfAnyDatabaseAreTakenOff(String rendered, String expected) {
        assertThat(RenderedName.table(rendered)).isEqualTo(expected);
    }

    /** Whatever is between the quotes is the name. */
    @Test
    void anyNameComesBackAsItWasQuoted() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            String name = name(random);
            for (String quotes : new String[] {"\"\"", "``", "[]"}) {
                String closing = quotes.substring(1);
                String rendered = quotes.charAt(0) + name.replace(closing, closing + closing) + closing;

                assertThat(RenderedName.column(rendered))
                        .as("seed %d: %s", seed, rendered)
                        .isEqualTo(name);
            }
        }
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        int length = 1 + random.nextInt(12);
        for (int i = 0; i < length; i++) {
            name.append(ODD.charAt(random.nextInt(ODD.length())));
        }
        return name.toString();
    }
}
