package io.axisor.metrics.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenFileTest {

    private static final Instant FIRST = Instant.parse("2026-04-15T09:30:00Z");
    private static final Instant SECOND = Instant.parse("2026-01-01T00:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void writeAFile() throws IOException {
        path = folder.resolve("golden/company-01.txt");
        GoldenFile before = file();
        before.add("users.active.7d", FIRST, BERLIN, "OK 12");
        before.add("users.active.7d", FIRST, ZoneOffset.UTC, "OK 12");
        before.add("users.active.7d", SECOND, BERLIN, "OK 12");
        before.add("users.active.7d", SECOND, ZoneOffset.UTC, "OK 13, small sample");
        before.add("revenue.mrr{plan=a | b}", FIRST, BERLIN, "NO_DATA (a | b)");
        before.write(path);
    }

    private static GoldenFile file() {
        return new GoldenFile("company 1", List.of(FIRST, SECOND), List.of(BERLIN, ZoneOffset.UTC));
    }

    @Test
    void eachOutcomeOfASeriesStandsOnceWithItsPlaces() {
        assertThat(path).content().isEqualTo("""
            # company 1
            # a is 2026-04-15T09:30:00Z
            # b is 2026-01-01T00:00:00Z
            # 1 is Europe/Berlin
            # 2 is Z
            revenue.mrr{plan=a | b}
             a1 | NO_DATA (a | b)
            users.active.7d
             a b1 | OK 12
             b2 | OK 13, small sample
            """);
    }

    @Test
    void aDifferenceNamesTheSeriesWhatItWasWhatItIsAndWhere() throws IOException {
        GoldenFile now = file();
        now.add("users.active.7d", FIRST, BERLIN, "OK 14");
        now.add("users.active.7d", FIRST, ZoneOffset.UTC, "OK 14");
        now.add("users.active.7d", SECOND, BERLIN, "OK 12");
        now.add("users.active.7d", SECOND, ZoneOffset.UTC, "OK 13");
        now.add("users", FIRST, BERLIN, "OK 1");

        assertThat(now.differencesFrom(path))
                .containsExactly(
                        "revenue.mrr{plan=a | b}: was NO_DATA (a | b), is not measured,"
                                + " at 2026-04-15T09:30:00Z in Europe/Berlin",
                        "users: was not measured, is OK 1, at 2026-04-15T09:30:00Z in Europe/Berlin",
                        "users.active.7d: was OK 12, is OK 14,"
                                + " at 2026-04-15T09:30:00Z in Europe/Berlin and 1 times more",
                        "users.active.7d: was OK 13, small sample, is OK 13, at 2026-01-01T00:00:00Z in Z");
    }

    @Test
    void onlyInstantsThatAreMeasuredAreCompared() throws IOException {
        GoldenFile now = file();
        now.add("users.active.7d", SECOND, BERLIN, "OK 12");
        now.add("users.active.7d", SECOND, ZoneOffset.UTC, "OK 13, small sample");

        assertThat(now.differencesFrom(path)).isEmpty();
    }
}
