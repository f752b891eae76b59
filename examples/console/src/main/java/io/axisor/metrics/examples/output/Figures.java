package io.axisor.metrics.examples.output;

import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementFlag;
import io.axisor.metrics.definition.MeasurementRecorder;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.ConfidenceInterval;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Money;
import io.axisor.metrics.value.Ratio;
import io.axisor.metrics.value.Statistic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Numbers as a person reads them. */
public final class Figures {

    /** From here on only the magnitude of what something was computed from is read. */
    private static final BigDecimal LONGEST = new BigDecimal("1e10");

    private Figures() {}

    /**
     * A measurement's value in its unit.
     *
     * @param measurement the measurement
     * @return the value, or a dash where it has none
     */
    public static String valueOrDash(Measurement measurement) {
        return measurement.value().map(value -> value(measurement, value)).orElse("-");
    }

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
        if (unit.equals(MetricUnit.SECONDS)) {
            return duration(value);
        }
        if (unit.equals(MetricUnit.SCORE)) {
            return grouped(rounded(value, 1));
        }
        return grouped(isWhole(value) ? value : rounded(value, 2));
    }

    /** Seconds in the unit that leaves one to three digits before the point. */
    static String duration(BigDecimal seconds) {
        double value = seconds.doubleValue();
        if (value < 0.9995) {
            return String.format(Locale.ROOT, value < 0.01 ? "%.1f ms" : "%.0f ms", value * 1000);
        }
        if (value < 120) {
            return String.format(Locale.ROOT, value < 10 ? "%.2f s" : "%.1f s", value);
        }
        if (value < 7200) {
            return String.format(Locale.ROOT, "%.1f min", value / 60);
        }
        return value < 172_800
                ? String.format(Locale.ROOT, "%.1f h", value / 3600)
                : String.format(Locale.ROOT, "%.1f d", value / 86_400);
    }

    /** Window, statistic and tags. */
    static String qualifier(Measurement measurement) {
        return qualifier(measurement, MeasurementRecorder.CURRENCY);
    }

    /** The same without one of the tags. */
    static String qualifier(Measurement measurement, String left) {
        List<String> parts = new ArrayList<>();
        measurement.window().map(Window::key).ifPresent(parts::add);
        measurement.statistic().map(Statistic::key).ifPresent(parts::add);
        parts.add(tags(measurement, left));
        return String.join(" ", parts).strip();
    }

    /** The values of the tags; the currency stands beside the amount. */
    static String tags(Measurement measurement) {
        return tags(measurement, MeasurementRecorder.CURRENCY);
    }

    private static String tags(Measurement measurement, String left) {
        return measurement.tags().entrySet().stream()
                .filter(tag -> !tag.getKey().equals(MeasurementRecorder.CURRENCY)
                        && !tag.getKey().equals(left))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(" "));
    }

    /** What to bear in mind of a value that is there. */
    static List<String> reservations(Measurement measurement) {
        return measurement.value().isEmpty()
                ? List.of()
                : measurement.flags().stream().map(MeasurementFlag::words).toList();
    }

    /**
     * What a quotient was computed from: a share is so many of so many, an average an amount over a number, a growth an
     * amount over an amount.
     */
    static String origin(Measurement measurement, Ratio ratio) {
        boolean isShare = measurement.interval().isPresent();
        String currency = isMoney(measurement)
                ? ""
                : currency(measurement).map(known -> " " + known.code()).orElse("");
        return readable(numerator(measurement, ratio))
                + (isShare ? " of " : " ÷ ")
                + readable(denominator(measurement, ratio))
                + currency;
    }

    private static String readable(BigDecimal number) {
        if (number.abs().compareTo(LONGEST) >= 0) {
            return String.format(Locale.ROOT, "%.2E", number);
        }
        return grouped(number.scale() > 2 ? rounded(number, 2) : number);
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
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
