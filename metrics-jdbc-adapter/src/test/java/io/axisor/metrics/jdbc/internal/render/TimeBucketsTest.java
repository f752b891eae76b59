package io.axisor.metrics.jdbc.internal.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding;
import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding.Form;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.time.TimeRange;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    void aRangeThatTheBucketsWereNotCutForIsRefusedAndNotCountedInPart() {
        TimeBuckets buckets = TimeBuckets.of(List.of(lastDays(7), lastDays(30)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> buckets.isWithin(0, lastDays(10)))
                .withMessageContaining("time is not cut at the bounds of")
                .withMessageContaining("2026-04-05T00:00:00Z")
                .withMessageContaining("2026-04-08T00:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> buckets.isWithin(0, new TimeRange(END.minusSeconds(86_400 * 7), END.plusSeconds(1))));
    }

    @Test
    void theNumberOfABucketIsFoundByHalving() {
        assertThat(TimeBuckets.days(END, 3).number("f.\"at\"", SECONDS).text())
                .isEqualTo("3 - CASE WHEN f.\"at\" >= ? THEN CASE WHEN f.\"at\" >= ? THEN 3 ELSE 2 END"
                        + " ELSE CASE WHEN f.\"at\" >= ? THEN 1 ELSE 0 END END");
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

    /** The numbers of some seconds since 1970, as a database works them out. */
    private static List<Integer> numbers(TimeBuckets buckets, List<Long> rows) throws SQLException {
        Sql sql = Sql.template(
                "SELECT s, {} AS b FROM (SELECT X AS s FROM SYSTEM_RANGE(-20, 120)) t", buckets.number("s", SECONDS));
        Map<Long, Integer> numbers = new HashMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                PreparedStatement statement = connection.prepareStatement(sql.text())) {
            sql.bindTo(statement);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    numbers.put(result.getLong(1), result.getInt(2));
                }
            }
        }
        return rows.stream().map(numbers::get).toList();
    }

    private static TimeRange lastDays(int days) {
        return new TimeRange(END.minus(Duration.ofDays(days)), END);
    }

    private static TimeRange range(Random random) {
        int from = random.nextInt(100);
        return new TimeRange(Instant.ofEpochSecond(from), Instant.ofEpochSecond(from + 1 + random.nextInt(50)));
    }
}
