package io.axisor.metrics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Money} and {@link CurrencyUnit}. */
class MoneyTest {

    private static final CurrencyUnit USD = CurrencyUnit.of("USD");

    @ParameterizedTest
    @CsvSource({
        "JPY, 0", "USD, 2", "EUR, 2", "BHD, 3", "CLF, 4", "SAT, 0", "MSAT, 0", "BTC, 8", "ETH, 18", "SOL, 9", "USDT, 6",
        "USDC, 6"
    })
    void digitsComeFromTheCurrency(String code, int digits) {
        assertThat(CurrencyUnit.of(code)).isEqualTo(new CurrencyUnit(code, digits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"usd", " USD ", "Usd"})
    void aCodeMayHaveAnyCaseAndBlanksAround(String code) {
        assertThat(CurrencyUnit.of(code)).isEqualTo(USD);
        assertThat(CurrencyUnit.of(code)).hasToString("USD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "XYZ", "US", "DOGE", "XAU", "$"})
    void anUnknownCodeIsNoCurrency(String code) {
        assertThat(CurrencyUnit.find(code)).isEmpty();
    }

    @Test
    void anUnknownCodeIsRefusedWithTheRemedy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CurrencyUnit.of("DOGE"))
                .withMessageContaining("'DOGE'")
                .withMessageContaining("[BTC, ETH, MSAT, SAT, SOL, USDC, USDT]")
                .withMessageContaining("new CurrencyUnit(code, digits)");
    }

    @Test
    void aCurrencyNeedsACodeAndDigits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CurrencyUnit(" ", 2))
                .withMessageContaining("' '");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CurrencyUnit("DOGE", -1))
                .withMessageContaining("-1");
    }

    @ParameterizedTest
    @CsvSource({"1234, USD, 12.34", "1234, JPY, 1234", "1234, BHD, 1.234", "1, BTC, 0.00000001", "-5, USD, -0.05"})
    void minorUnitsBecomeMajorOnesByTheDigits(BigDecimal minor, String code, BigDecimal major) {
        assertThat(Money.ofMinor(minor, CurrencyUnit.of(code))).isEqualTo(new Money(major, CurrencyUnit.of(code)));
    }

    @Test
    void sumsAndDifferencesAreExact() {
        Money tenth = new Money(new BigDecimal("0.1"), USD);
        Money fifth = new Money(new BigDecimal("0.2"), USD);

        assertThat(tenth.plus(fifth)).isEqualTo(new Money(new BigDecimal("0.3"), USD));
        assertThat(tenth.minus(fifth)).isEqualTo(new Money(new BigDecimal("-0.1"), USD));
    }

    @Test
    void unlikeCurrenciesAreNeverAdded() {
        Money dollars = new Money(BigDecimal.TEN, USD);
        Money yen = new Money(BigDecimal.ONE, CurrencyUnit.of("JPY"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> dollars.plus(yen))
                .withMessageContaining("10 USD and 1 JPY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dollars.minus(yen))
                .withMessageContaining("10 USD and 1 JPY");
    }

    @ParameterizedTest
    @CsvSource({
        "0.125, USD, 0.12",
        "0.135, USD, 0.14",
        "433.333, USD, 433.33",
        "2.5, JPY, 2",
        "3.5, JPY, 4",
        "7, USD, 7.00"
    })
    void amountsAreRoundedHalfEvenToTheMinorUnit(BigDecimal amount, String code, BigDecimal rounded) {
        assertThat(new Money(amount, CurrencyUnit.of(code)).rounded().amount()).isEqualTo(rounded);
    }
}
