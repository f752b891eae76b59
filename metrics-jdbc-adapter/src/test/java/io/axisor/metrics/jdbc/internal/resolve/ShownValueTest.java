package io.axisor.metrics.jdbc.internal.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownValueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"SETTLED | 'SETTLED'", "bezahlt ✓ | 'bezahlt ✓'", "\"\" | ''", "O'Neil | 'O'Neil'"})
    void aShortValueIsShownAsItIs(String stored, String shown) {
        assertThat(ShownValue.of(stored)).isEqualTo(shown);
        assertThat(ShownValue.isWhole(stored)).isTrue();
    }

    @Test
    void aLongValueIsShortened() {
        assertThat(ShownValue.of("x".repeat(40))).isEqualTo("'" + "x".repeat(40) + "'");
        assertThat(ShownValue.of("x".repeat(41))).isEqualTo("'" + "x".repeat(40) + "…'");
        assertThat(ShownValue.isWhole("x".repeat(41))).isFalse();
    }

    @Test
    void lineBreaksAndWhatCannotBeSeenAreMadeVisible() {
        assertThat(ShownValue.of("paid\r\nERROR\tfake\0\u2028\u200b\u202e\ud83d"))
                .isEqualTo("'paid\\r\\nERROR\\tfake\\u0000\\u2028\\u200b\\u202e\\ud83d'");
        assertThat(ShownValue.isWhole("paid\n")).isFalse();
    }

    @Test
    void aCharacterOfTwoUnitsIsNeverCut() {
        String faces = "😀".repeat(50);

        assertThat(ShownValue.of(faces)).isEqualTo("'" + "😀".repeat(40) + "…'");
        assertThat(ShownValue.of("x" + faces)).isEqualTo("'x" + "😀".repeat(39) + "…'");
    }

    @Test
    void whateverIsStoredIsOneLineOfValidText() {
        Random random = new Random(14);
        for (int i = 0; i < 10_000; i++) {
            StringBuilder stored = new StringBuilder();
            random.ints(random.nextInt(60), 0, 0x10000).forEach(unit -> stored.append((char) unit));

            assertThat(ShownValue.of(stored.toString())).satisfies(shown -> {
                assertThat(shown.lines()).hasSize(1);
                assertThat(shown.codePoints().map(Character::getType))
                        .doesNotContain((int) Character.SURROGATE, (int) Character.CONTROL, (int) Character.FORMAT);
                assertThat(shown).startsWith("'").endsWith("'");
            });
        }
    }
}
