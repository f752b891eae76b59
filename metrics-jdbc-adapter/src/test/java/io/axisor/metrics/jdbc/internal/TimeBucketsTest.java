package io.axisor.metrics.jdbc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.jdbc.internal.TimeEncoding.Form;
import io.axisor.metrics.time.TimeRange;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeBucketsTest {

    private static final Instant END = Instant.parse("2026-04-15T00:00:00Z");
    private static final TimeEncoding SECONDS = new TimeEncoding(Form.EPOCH_SECONDS, ZoneOffset.UTC);

    @Test
    void overlappingRangesAreCutAtEveryBoundTheLatestFirst() {
        TimeBuckets buckets = TimeBuckets.of(List.of(lastDays(7), lastDays(30), lastDays(7)));

        assertThat(buckets.size()).isEqualTo(2);
        assertThat(buckets.whole()).isEqualTo(lastDays(30));
        assertThat(buckets.isWithin(0, lastDays(7))).isTrue();
        assertThat(buckets.isWithin(1, lastDays(7))).isFalse();
        assertThat(buckets.isWithin(1, lastDays(30))).isTrue();
    }

    @Test
    void theNumberOfABucketIsOneComparisonEach() {
        assertThat(TimeBuckets.days(END, 2).number("f.\"at\"", SECONDS).text())
                .isEqualTo("CASE WHEN f.\"at\" >= ? THEN 0 WHEN f.\"at\" >= ? THEN 1 ELSE 2 END");
    }

    @Test
    void rangesFoldedFromBucketsCountWhatTheyHold() throws SQLException {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            List<TimeRange> ranges = IntStream.range(0, 1 + random.nextInt(6))
                    .mapToObj(i -> range(random))
                    .toList();
            TimeBuckets buckets = TimeBuckets.of(ranges);
            List<Long> rows = random.longs(50, -20, 120).boxed().toList();
            List<Integer> numbers = numbers(buckets, rows);
            for (TimeRange range : ranges) {
                long expected = rows.stream()
                        .filter(row -> range.contains(Instant.ofEpochSecond(row)))
                        .count();
                long folded = IntStream.range(0, rows.size())
                        .filter(i -> buckets.whole().contains(Instant.ofEpochSecond(rows.get(i))))
                        .filter(i -> buckets.isWithin(numbers.get(i), range))
                        .count();
                assertThat(folded).as("%s of %s, seed %s", range, ranges, seed).isEqualTo(expected);
            }
        }
    }

    /** The CASE, as a database works it out. */
    private static List<Integer> numbers(TimeBuckets buckets, List<Long> rows) throws SQLException {
        List<Object> bounds = BoundValues.of(buckets.number("at", SECONDS));
        List<Integer> numbers = new ArrayList<>();
        for (long row : rows) {
            int number = 0;
            while (number < bounds.size() && row < (Long) bounds.get(number)) {
                number++;
            }
            numbers.add(number);
        }
        return numbers;
    }

    private static TimeRange lastDays(int days) {
        return new TimeRange(END.minus(Duration.ofDays(days)), END);
    }

    private static TimeRange range(Random random) {
        int from = random.nextInt(100);
        return new TimeRange(Instant.ofEpochSecond(from), Instant.ofEpochSecond(from + 1 + random.nextInt(50)));
    }
}
