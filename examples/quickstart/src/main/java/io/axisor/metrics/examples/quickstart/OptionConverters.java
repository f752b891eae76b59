package io.axisor.metrics.examples.quickstart;

import io.axisor.metrics.value.CurrencyUnit;
import java.time.DateTimeException;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What is written behind an option, as what it means; each refusal says how to write it. */
final class OptionConverters {

    private OptionConverters() {}

    /** Time zones. */
    static final class OfZone implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String value) {
            try {
                return ZoneId.of(value);
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "'" + value + "' is not a time zone; write a name such as Europe/Berlin, or UTC");
            }
        }
    }

    /** Currencies. */
    static final class OfCurrency implements ITypeConverter<CurrencyUnit> {
        @Override
        public CurrencyUnit convert(String value) {
            return CurrencyUnit.find(value)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + value + "' is not a currency; write an ISO 4217 code such as EUR, or BTC or SAT"));
        }
    }
}
