package io.axisor.metrics.examples.quickstart.output;

import io.axisor.metrics.value.ConfidenceInterval;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Measurement;
import io.axisor.metrics.value.MeasurementRecorder;
import io.axisor.metrics.value.MetricUnit;
import io.axisor.metrics.value.Money;
import io.axisor.metrics.value.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/** Numbers as a person reads them. */
final class Figures {

    private Figures() {}

    static String value(Measurement measurement, BigDecimal value) {
        MetricUnit unit = measurement.definition().unit();
        if (unit.equals(MetricUnit.RATIO)) {
            return percent(value, 2);
        }
        if (isMoney(measurement)) {
            return grouped(currency(measurement)
                            .map(currency ->
                                    new Money(value, currency).rounded().amount())
                            .orElse(value))
                    + " " + measurement.unit();
        }
        return grouped(unit.equals(MetricUnit.SCORE) ? rounded(value, 1) : value);
    }

    /** What a quotient was computed from: a share is so many of so many, an average an amount over a number. */
    static String origin(Measurement measurement, Ratio ratio) {
        boolean isShare = measurement.interval().isPresent();
        return grouped(numerator(measurement, ratio))
                + (isShare ? " of " : " ÷ ")
                + grouped(denominator(measurement, ratio));
    }

    /** The numerator, with the digits of the currency at least where it is an amount. */
    static BigDecimal numerator(Measurement measurement, Ratio ratio) {
        return asShown(ratio.numerator(), currency(measurement));
    }

    /** The denominator, likewise; an average amount has a number there. */
    static BigDecimal denominator(Measurement measurement, Ratio ratio) {
        return asShown(ratio.denominator(), isMoney(measurement) ? Optional.empty() : currency(measurement));
    }

    static boolean isMoney(Measurement measurement) {
        return measurement.definition().unit().equals(MetricUnit.MONEY);
    }

    private static Optional<CurrencyUnit> currency(Measurement measurement) {
        return Optional.ofNullable(measurement.tags().get(MeasurementRecorder.CURRENCY))
                .flatMap(CurrencyUnit::find);
    }

    private static BigDecimal asShown(BigDecimal exact, Optional<CurrencyUnit> currency) {
        BigDecimal plain = exact.stripTrailingZeros();
        int digits = currency.map(CurrencyUnit::digits).orElse(0);
        return plain.setScale(Math.max(plain.scale(), digits));
    }

    static String interval(ConfidenceInterval interval) {
        return rounded(BigDecimal.valueOf(interval.lower()).movePointRight(2), 1)
                        .toPlainString() + " – " + percent(BigDecimal.valueOf(interval.upper()), 1);
    }

    private static String percent(BigDecimal ratio, int decimals) {
        return rounded(ratio.movePointRight(2), decimals).toPlainString() + " %";
    }

    private static BigDecimal rounded(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_EVEN);
    }

    private static String grouped(BigDecimal value) {
        return String.format(Locale.ROOT, "%,." + Math.max(value.scale(), 0) + "f", value);
    }
}
