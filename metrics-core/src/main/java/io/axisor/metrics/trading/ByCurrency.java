package io.axisor.metrics.trading;

import io.axisor.metrics.definition.MeasurementRecorder;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Metrics of money are recorded currency by currency, or once and without a tag where there is none. */
final class ByCurrency {

    private ByCurrency() {}

    static <T> void record(
            List<MetricDefinition> definitions,
            Finding<Map<CurrencyUnit, T>> byCurrency,
            MeasurementRecorder recorder,
            BiConsumer<CurrencyUnit, T> each) {
        Finding<Map<CurrencyUnit, T>> some = byCurrency.flatMap(
                found -> found.isEmpty() ? Finding.noData("no trade tells a currency") : Finding.ok(found));
        if (some.value().isPresent()) {
            SortedMap<CurrencyUnit, T> sorted = new TreeMap<>(Comparator.comparing(CurrencyUnit::code));
            sorted.putAll(some.get());
            sorted.forEach(each);
            return;
        }
        for (MetricDefinition definition : definitions) {
            for (Window window : definition.windows()) {
                recorder.number(definition, window, Map.of(), some.map(Map::size));
            }
        }
    }

    static Map<String, String> tag(CurrencyUnit currency) {
        return Map.of(MeasurementRecorder.CURRENCY, currency.code());
    }

    /** Records an amount, or under its currency why there is none. */
    static void amount(
            MetricDefinition definition,
            Window window,
            CurrencyUnit currency,
            Finding<BigDecimal> amount,
            MeasurementRecorder recorder) {
        amount.value()
                .ifPresentOrElse(
                        value -> recorder.money(definition, window, new Money(value, currency)),
                        () -> recorder.number(definition, window, tag(currency), amount));
    }
}
