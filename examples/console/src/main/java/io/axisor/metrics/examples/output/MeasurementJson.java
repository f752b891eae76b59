package io.axisor.metrics.examples.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.axisor.metrics.Kpi;
import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementRecorder;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Ratio;
import io.axisor.metrics.value.Statistic;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measurements for programs. Counts are integers, ratios and seconds are numbers, and money is a string with every digit,
 * since a JSON number becomes binary in many a reader.
 */
public final class MeasurementJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .defaultPrettyPrinter(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEntrySpacing(Separators.Spacing.AFTER)
                            .withArrayValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator(""))
                    .withObjectIndenter(new DefaultPrettyPrinter.NopIndenter())
                    .withArrayIndenter(new DefaultPrettyPrinter.NopIndenter()))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private MeasurementJson() {}

    /**
     * Writes measurements.
     *
     * @param snapshot the measurements
     * @param failures domains that could not be measured, of which there are none
     * @param asOf the instant they are of
     * @param zone the business zone
     * @return a JSON object with a line for each measurement, for each domain that failed, and for each key performance
     *     indicator, ending in a line feed
     */
    public static String of(MetricsSnapshot snapshot, List<FailedDomain> failures, Instant asOf, ZoneId zone) {
        return "{\"asOf\": " + json(asOf.toString()) + ", \"zone\": " + json(zone.getId()) + ", \"measurements\": "
                + lines(snapshot.measurements().stream().map(MeasurementJson::fields))
                + ", \"failures\": "
                + lines(failures.stream().map(MeasurementJson::fields))
                + ", \"kpis\": "
                + lines(Arrays.stream(Kpi.values())
                        .flatMap(kpi -> Stream.concat(
                                snapshot.kpi(kpi).stream().map(measurement -> fields(kpi, measurement)),
                                failures.stream()
                                        .filter(failure -> failure.domain()
                                                .equals(kpi.definition().domain()))
                                        .map(failure -> fields(kpi, failure)))))
                + "}\n";
    }

    private static String lines(Stream<Map<String, @Nullable Object>> objects) {
        return objects.map(MeasurementJson::json).collect(Collectors.joining(",\n  ", "[\n  ", "\n]"));
    }

    private static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings, numbers and lists of them did not become JSON", e);
        }
    }

    private static Map<String, @Nullable Object> fields(FailedDomain failure) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("domain", failure.domain());
        fields.put("status", Status.FAILED.name());
        fields.put("reason", failure.reason());
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Kpi kpi, FailedDomain failure) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("kpi", kpi.key());
        fields.put("metric", kpi.definition().key());
        fields.put("window", kpi.window().map(Window::key).orElse(null));
        fields.put("value", null);
        fields.putAll(fields(failure));
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Kpi kpi, Measurement measurement) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("kpi", kpi.key());
        fields.putAll(fields(measurement));
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Measurement measurement) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("metric", measurement.definition().key());
        fields.put("definition", measurement.definitionId());
        fields.put("window", measurement.window().map(Window::key).orElse(null));
        fields.put("statistic", measurement.statistic().map(Statistic::key).orElse(null));
        fields.put("tags", measurement.tags());
        fields.put(
                "value",
                measurement.value().map(value -> value(measurement, value)).orElse(null));
        fields.put("status", measurement.status().name());
        fields.put("reason", measurement.reason().orElse(null));
        fields.put(
                "numerator",
                measurement.ratio().map(ratio -> numerator(measurement, ratio)).orElse(null));
        fields.put(
                "denominator",
                measurement
                        .ratio()
                        .map(ratio -> denominator(measurement, ratio))
                        .orElse(null));
        fields.put(
                "interval",
                measurement.interval().map(i -> List.of(i.lower(), i.upper())).orElse(null));
        fields.put("unit", measurement.unit());
        fields.put(
                "flags",
                measurement.flags().stream()
                        .map(flag -> flag.name().toLowerCase(Locale.ROOT))
                        .toList());
        fields.put("computedAt", measurement.computedAt().toString());
        return fields;
    }

    private static Object value(Measurement measurement, BigDecimal value) {
        return Figures.isMoney(measurement) ? value.toPlainString() : number(value);
    }

    private static Object numerator(Measurement measurement, Ratio ratio) {
        BigDecimal numerator = Figures.numerator(measurement, ratio);
        return isOfMoney(measurement) ? numerator.toPlainString() : number(numerator);
    }

    /** An average amount is money by a count, a growth is money by money. */
    private static Object denominator(Measurement measurement, Ratio ratio) {
        BigDecimal denominator = Figures.denominator(measurement, ratio);
        boolean isCount = Figures.isMoney(measurement) || !isOfMoney(measurement);
        return isCount ? number(denominator) : denominator.toPlainString();
    }

    private static boolean isOfMoney(Measurement measurement) {
        return measurement.tags().containsKey(MeasurementRecorder.CURRENCY);
    }

    private static Object number(BigDecimal value) {
        boolean isWhole = value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
        return isWhole ? value.toBigIntegerExact() : value;
    }
}
