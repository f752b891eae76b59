package io.axisor.metrics.jdbc;

import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding;
import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding.Form;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * How a column stores instants. Where the mapping says nothing, a TIMESTAMP WITH TIME ZONE holds instants, and a TIMESTAMP
 * or DATE holds local times of {@link MetricsSchema.Builder#localTimesIn}; a number must say what it counts.
 */
public final class TimeKind {

    private static final String KINDS = "instant, local-in ZONE, date-in ZONE, epoch-seconds, epoch-millis";

    private final TimeEncoding encoding;

    private TimeKind(Form form, ZoneId zone) {
        this.encoding = new TimeEncoding(form, zone);
    }

    /**
     * Instants: TIMESTAMP WITH TIME ZONE.
     *
     * @return the kind
     */
    public static TimeKind instant() {
        return new TimeKind(Form.INSTANT, ZoneOffset.UTC);
    }

    /**
     * Local times without a zone: TIMESTAMP, DATETIME.
     *
     * @param zone the zone they are local in, often {@link ZoneOffset#UTC}
     * @return the kind
     */
    public static TimeKind localIn(ZoneId zone) {
        return new TimeKind(Form.LOCAL, zone);
    }

    /**
     * Whole seconds since 1970-01-01T00:00Z; 0 stands for none.
     *
     * @return the kind
     */
    public static TimeKind epochSeconds() {
        return new TimeKind(Form.EPOCH_SECONDS, ZoneOffset.UTC);
    }

    /**
     * Whole milliseconds since 1970-01-01T00:00Z; 0 stands for none.
     *
     * @return the kind
     */
    public static TimeKind epochMillis() {
        return new TimeKind(Form.EPOCH_MILLIS, ZoneOffset.UTC);
    }

    /**
     * Dates, each standing for the start of its day.
     *
     * @param zone the zone of the days
     * @return the kind
     */
    public static TimeKind dateIn(ZoneId zone) {
        return new TimeKind(Form.DATE, zone);
    }

    /**
     * Reads a kind from text, for mappings and metrics that stand in files.
     *
     * @param text {@code instant}, {@code local-in} or {@code date-in} with a zone behind a blank, {@code epoch-seconds} or
     *     {@code epoch-millis}; dashes and case do not matter
     * @return the kind
     * @throws IllegalArgumentException if it is none of these, or the zone is none
     */
    public static TimeKind parse(String text) {
        List<String> words = List.of(text.strip().split("\\s+", -1));
        String kind = PropertyNode.relaxed(words.get(0)) + (words.size() == 2 ? " ZONE" : "");
        return switch (kind) {
            case "instant" -> instant();
            case "localin ZONE" -> localIn(PropertyText.zone(words.get(1)));
            case "datein ZONE" -> dateIn(PropertyText.zone(words.get(1)));
            case "epochseconds" -> epochSeconds();
            case "epochmillis" -> epochMillis();
            default -> throw new IllegalArgumentException("'" + text + "' is no kind of time; write one of " + KINDS);
        };
    }

    TimeEncoding encoding() {
        return encoding;
    }
}
