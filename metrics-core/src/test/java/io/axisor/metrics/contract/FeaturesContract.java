package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.Rows.event;

import io.axisor.metrics.source.row.FeatureUse;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who uses which feature. */
interface FeaturesContract extends SourceUnderTest {

    @Test
    default void peopleCountOnceForEachFeatureTheyUsedInTheWindow() {
        Company.Builder company = Company.builder()
                .featureUse(
                        new FeatureUse("search", "a", daysAgo(30)),
                        new FeatureUse("search", "a", daysAgo(3)),
                        new FeatureUse("search", "b", justBefore(daysAgo(30))),
                        new FeatureUse("search", "c", justBefore(NOW)),
                        new FeatureUse("search", "d", NOW),
                        new FeatureUse("export", "a", daysAgo(3)),
                        new FeatureUse("old", "a", daysAgo(31)));
        now(company)
                .showsOnly("features.users.30d", "{feature=search} 2", "{feature=export} 1")
                .issues();
        at(daysAgo(30), company).showsOnly("features.users.30d", "{feature=search} 1", "{feature=old} 1");
    }

    @Test
    default void aMissingFeatureIsUnspecifiedAndItsPeopleCountOnce() {
        Instant used = daysAgo(3);
        now(Company.builder()
                        .featureUse(
                                new FeatureUse(null, "a", used),
                                new FeatureUse("", "a", used),
                                new FeatureUse("  ", "a", used),
                                new FeatureUse("  ", "b", used),
                                new FeatureUse("search", "a", used)))
                .showsOnly("features.users.30d", "{feature=unspecified} 2", "{feature=search} 1")
                .issues();
    }

    @Test
    default void knownFeaturesAreZeroWhenNobodyUsedThem() {
        Instant used = daysAgo(3);
        now(Company.builder()
                        .knownFeatures("export", "search")
                        .featureUse(
                                new FeatureUse("search", "a", used),
                                new FeatureUse("search", "b", used),
                                new FeatureUse("search", "b", used),
                                new FeatureUse("export", "a", daysAgo(31)),
                                new FeatureUse("import", "a", used)))
                .showsOnly("features.users.30d", "{feature=export} 0", "{feature=import} 1", "{feature=search} 2");
        now(Company.builder().knownFeatures("export").featureUse())
                .showsOnly("features.users.30d", "{feature=export} 0");
    }

    @Test
    default void featuresBeyondTheLargestFiftyFoldIntoTheSumOfTheirUsers() {
        FeatureUse[] byTwo = IntStream.range(0, 100)
                .mapToObj(i -> new FeatureUse("f" + i / 2, "u" + i % 2, daysAgo(3)))
                .toArray(FeatureUse[]::new);
        now(Company.builder()
                        .knownFeatures("known")
                        .featureUse(byTwo)
                        .featureUse(
                                new FeatureUse("a-small-one", "u0", daysAgo(3)),
                                new FeatureUse("another", "u0", daysAgo(3)),
                                new FeatureUse("known", "u0", daysAgo(3))))
                .showsOnly(
                        "features.users.30d",
                        Stream.concat(
                                        IntStream.range(0, 50).mapToObj(i -> "{feature=f" + i + "} 2"),
                                        Stream.of("{feature=other} 2", "{feature=known} 1"))
                                .toArray(String[]::new));
    }

    @Test
    default void adoptionIsMeasuredOnActivePeople() {
        Instant used = daysAgo(3);
        now(Company.builder()
                        .activity(event("a", used), event("b", used), event("c", used), event("d", daysAgo(31)))
                        .featureUse(
                                new FeatureUse("search", "a", used),
                                new FeatureUse("search", "b", used),
                                new FeatureUse("export", "a", used))
                        .accounts())
                .showsOnly("features.adoption.30d", "{feature=search} 2/3", "{feature=export} 1/3");
    }

    @Test
    default void impossibleUseIsAnIssue() {
        Instant latest = NOW.plus(Duration.ofMinutes(5));
        Company.Builder company = Company.builder()
                .knownFeatures("search")
                .featureUse(
                        new FeatureUse("search", null, daysAgo(3)),
                        new FeatureUse("search", null, null),
                        new FeatureUse(null, null, justAfter(latest)),
                        new FeatureUse("search", "a", null),
                        new FeatureUse("export", "a", null),
                        new FeatureUse("search", "a", latest),
                        new FeatureUse("search", "a", justAfter(latest)),
                        new FeatureUse("search", null, NOW));
        now(company)
                .showsOnly("features.users.30d", "{feature=search} 0")
                .issues("features.user 3", "features.used_at 2", "features.future 1");
        at(daysAgo(3), company).issues("features.user 2", "features.used_at 2", "features.future 1");
    }

    @Test
    default void withoutUseNoFeatureHasUsers() {
        now(Company.builder().accounts().featureUse())
                .showsOnly("features.users.30d", "{feature=unspecified} 0")
                .issues();
        now(Company.builder())
                .showsOnly("features.users.30d", "{} UNAVAILABLE")
                .showsOnly("features.adoption.30d", "{} UNAVAILABLE");
    }
}
