package io.axisor.metrics;

import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.automation.AutomationDefinitions;
import io.axisor.metrics.automation.AutomationMetrics;
import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.definition.DomainMetrics;
import io.axisor.metrics.definition.LeftOutRows;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementRecorder;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.platform.PlatformDefinitions;
import io.axisor.metrics.platform.PlatformMetrics;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.users.UserMetrics;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Which share of users takes up what the platform offers: the metrics that need the number of users beside that of
 * automations or features. Their instant is the oldest of the domains'. Immutable.
 */
public final class AdoptionMetrics extends DomainMetrics {

    private AdoptionMetrics(AsOf at, List<Measurement> measurements) {
        super("adoption", at, measurements);
    }

    static AdoptionMetrics of(
            UserMetrics users,
            Optional<AutomationMetrics> automation,
            Optional<PlatformMetrics> platform,
            MeasurementRules rules) {
        AsOf at = Stream.of(automation, platform)
                .flatMap(Optional::stream)
                .map(DomainMetrics::at)
                .reduce(users.at(), AsOf::earlier);
        List<LeftOutRows> leftOut = Stream.concat(
                        Stream.of(users), Stream.of(automation, platform).flatMap(Optional::stream))
                .flatMap(domain -> domain.leftOut().stream())
                .toList();
        MeasurementRecorder recorder = new MeasurementRecorder(at, rules, DataIssues.ofShares(leftOut));
        automation.ifPresent(of -> recordAutomations(users, of, recorder));
        platform.ifPresent(of -> recordFeatures(users, of, recorder));
        return new AdoptionMetrics(at, recorder.measurements());
    }

    private static void recordAutomations(
            UserMetrics users, AutomationMetrics automation, MeasurementRecorder recorder) {
        recorder.computedFrom(Stream.concat(automation.owners().stream(), users.byPlan().stream())
                .toList());
        recorder.ratio(
                AutomationDefinitions.ADOPTION,
                null,
                Map.of(),
                automation
                        .adopters()
                        .combine(
                                users.total(),
                                (adopters, accounts) -> share(adopters, accounts, "there is no account at t")));
    }

    private static void recordFeatures(UserMetrics users, PlatformMetrics platform, MeasurementRecorder recorder) {
        for (Measurement feature : platform.featureUsers()) {
            recorder.computedFrom(List.of(feature, users.active(ROLLING_30D)));
            recorder.ratio(
                    PlatformDefinitions.FEATURE_ADOPTION,
                    ROLLING_30D,
                    feature.tags(),
                    feature.finding()
                            .combine(
                                    users.active(ROLLING_30D).finding(),
                                    (people, active) -> share(people, active, "nobody was active in the window")));
        }
    }

    private static Finding<Ratio> share(BigDecimal part, BigDecimal whole, String whenZero) {
        return Ratio.ofCounts(part.longValueExact(), whole.longValueExact(), whenZero);
    }

    @Override
    public AdoptionMetrics withFindings(UnaryOperator<Finding<BigDecimal>> change) {
        return new AdoptionMetrics(at(), changed(change));
    }

    /**
     * The share of accounts with an active automation, {@code automations.adoption}.
     *
     * @return the ratio
     */
    public Measurement automations() {
        return only(AutomationDefinitions.ADOPTION, null);
    }

    /**
     * The share of active people who used a feature, {@code features.adoption}.
     *
     * @return a ratio by feature
     */
    public List<Measurement> features() {
        return all(PlatformDefinitions.FEATURE_ADOPTION, ROLLING_30D);
    }
}
