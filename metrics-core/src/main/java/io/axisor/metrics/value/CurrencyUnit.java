package io.axisor.metrics.value;

import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A currency: an ISO 4217 code or a crypto unit, and how many digits its minor unit has. ISO codes have the digits
 * that {@link Currency} gives them; crypto units are BTC 8, SAT 0, MSAT 0, ETH 18, SOL 9, USDT 6 and USDC 6.
 *
 * @param code the code, upper case
 * @param digits decimal digits of the minor unit: JPY 0, USD 2, BTC 8
 */
public record CurrencyUnit(String code, int digits) {

    private static final Map<String, Integer> CRYPTO_DIGITS =
            Map.of("BTC", 8, "SAT", 0, "MSAT", 0, "ETH", 18, "SOL", 9, "USDT", 6, "USDC", 6);

    private static final Map<String, CurrencyUnit> KNOWN = known();

    private static Map<String, CurrencyUnit> known() {
        Map<String, CurrencyUnit> known = new HashMap<>();
        for (Currency iso : Currency.getAvailableCurrencies()) {
            if (iso.getDefaultFractionDigits() >= 0) {
                known.put(
                        iso.getCurrencyCode(), new CurrencyUnit(iso.getCurrencyCode(), iso.getDefaultFractionDigits()));
            }
        }
        CRYPTO_DIGITS.forEach((code, digits) -> known.put(code, new CurrencyUnit(code, digits)));
        return Map.copyOf(known);
    }

    /**
     * Refuses an empty code and a negative number of digits.
     *
     * @param code the code, upper case
     * @param digits decimal digits of the minor unit: JPY 0, USD 2, BTC 8
     */
    public CurrencyUnit {
        if (code.isBlank() || digits < 0) {
            throw new IllegalArgumentException(
                    "a currency needs a code and 0 or more digits, not '" + code + "' with " + digits);
        }
    }

    /**
     * A currency by its code, in any case.
     *
     * @param code an ISO 4217 code or one of the crypto units above
     * @return the currency
     * @throws IllegalArgumentException if the code is neither
     */
    public static CurrencyUnit of(String code) {
        return find(code)
                .orElseThrow(() -> new IllegalArgumentException("currency '" + code
                        + "' is neither an ISO 4217 code nor one of "
                        + CRYPTO_DIGITS.keySet().stream().sorted().toList()
                        + "; give its digits with new CurrencyUnit(code, digits)"));
    }

    /**
     * A currency by its code, where it may be unknown.
     *
     * @param code the code, in any case, surrounding blanks ignored
     * @return the currency; empty if the code is neither an ISO 4217 code with a minor unit nor a crypto unit above
     */
    public static Optional<CurrencyUnit> find(String code) {
        return Optional.ofNullable(KNOWN.get(code.strip().toUpperCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return code;
    }
}
