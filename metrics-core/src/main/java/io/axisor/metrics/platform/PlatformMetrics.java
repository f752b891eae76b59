package io.axisor.metrics.platform;

import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.definition.DomainMetrics;
import io.axisor.metrics.definition.LeftOutRows;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementRecorder;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Statistic;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The metrics of the platform domain at one instant, but for {@code features.adoption}, which is composed in the front
 * door. Immutable.
 */
public final class PlatformMetrics extends DomainMetrics {

    private PlatformMetrics(AsOf at, List<Measurement> measurements, List<LeftOutRows> leftOut) {
        super(PlatformDefinitions.DOMAIN, at, measurements, leftOut);
    }

    /**
     * Takes the measurements from the facts.
     *
     * @param facts what was counted
     * @param at the instant it was counted for
     * @param rules how intervals, flags and folds are made
     * @return the metrics
     */
    public static PlatformMetrics of(PlatformFacts facts, AsOf at, MeasurementRules rules) {
        MeasurementRecorder recorder = new MeasurementRecorder(at, rules, facts.issues());
        // Features beyond the largest fold into their sum, in which who used several of them counts for each: whom they
        // have in common is not known any more.
        recorder.breakdown(PlatformDefinitions.FEATURE_USERS, ROLLING_30D, Map.of(), facts.featureUsers());
        recordTickets(facts.tickets(), recorder);
        recordCompliance(facts.compliance(), recorder);
        recorder.issues(facts.issues());
        return new PlatformMetrics(at, recorder.measurements(), facts.issues().leftOut());
    }

    private static void recordTickets(Finding<TicketFacts> tickets, MeasurementRecorder recorder) {
        recorder.breakdown(
                PlatformDefinitions.TICKETS,
                ROLLING_30D,
                Map.of(),
                tickets.map(of -> Breakdown.ofCounts(Map.of("open", of.open(), "resolved", of.resolved()))));
        recorder.durations(
                PlatformDefinitions.FIRST_RESPONSE, ROLLING_30D, tickets.flatMap(TicketFacts::firstResponse));
        recorder.durations(PlatformDefinitions.RESOLUTION, ROLLING_30D, tickets.flatMap(TicketFacts::resolution));
        recorder.ratio(
                PlatformDefinitions.SLA,
                ROLLING_30D,
                Map.of(),
                tickets.flatMap(TicketFacts::due).flatMap(OnTimeRate::of));
        recorder.ratio(
                PlatformDefinitions.SATISFACTION,
                ROLLING_30D,
                Map.of(),
                tickets.flatMap(TicketFacts::scores).flatMap(TicketSatisfaction::of));
    }

    private static void recordCompliance(Finding<ComplianceFacts> compliance, MeasurementRecorder recorder) {
        recorder.breakdowns(
                PlatformDefinitions.COMPLIANCE_REQUESTS, ROLLING_30D, compliance.map(ComplianceFacts::byState));
        recorder.ratio(
                PlatformDefinitions.ON_TIME,
                ROLLING_30D,
                Map.of(),
                compliance.flatMap(ComplianceFacts::due).flatMap(OnTimeRate::of));
    }

    @Override
    public PlatformMetrics withFindings(UnaryOperator<Finding<BigDecimal>> change) {
        return new PlatformMetrics(at(), changed(change), leftOut());
    }

    /**
     * Distinct people who used each feature, {@code features.users}.
     *
     * @return a number by feature; those beyond the largest as their sum, in which who used several counts for each
     */
    public List<Measurement> featureUsers() {
        return all(PlatformDefinitions.FEATURE_USERS, ROLLING_30D);
    }

    /**
     * Tickets that were open at some time in the window, {@code support.tickets}.
     *
     * @return a number by state, open or resolved
     */
    public List<Measurement> tickets() {
        return all(PlatformDefinitions.TICKETS, ROLLING_30D);
    }

    /**
     * How long people waited for the first answer, {@code support.first.response}.
     *
     * @param statistic mean or p95
     * @return seconds
     */
    public Measurement firstResponse(Statistic statistic) {
        return only(PlatformDefinitions.FIRST_RESPONSE, ROLLING_30D, statistic);
    }

    /**
     * How long tickets took until they were resolved, {@code support.resolution}.
     *
     * @param statistic mean or p95
     * @return seconds
     */
    public Measurement resolution(Statistic statistic) {
        return only(PlatformDefinitions.RESOLUTION, ROLLING_30D, statistic);
    }

    /**
     * The share of due tickets that were resolved by their date, {@code support.sla}.
     *
     * @return the ratio
     */
    public Measurement ticketsOnTime() {
        return only(PlatformDefinitions.SLA, ROLLING_30D);
    }

    /**
     * The share of satisfied customers among those who scored their resolved ticket, {@code support.satisfaction}.
     *
     * @return the ratio
     */
    public Measurement ticketSatisfaction() {
        return only(PlatformDefinitions.SATISFACTION, ROLLING_30D);
    }

    /**
     * Requests of people about their data that were open at some time in the window, {@code compliance.requests}.
     *
     * @return a number by state (open, overdue or completed) and kind of request
     */
    public List<Measurement> complianceRequests() {
        return all(PlatformDefinitions.COMPLIANCE_REQUESTS, ROLLING_30D);
    }

    /**
     * The share of due requests that were completed by their date, {@code compliance.on.time}.
     *
     * @return the ratio
     */
    public Measurement complianceOnTime() {
        return only(PlatformDefinitions.ON_TIME, ROLLING_30D);
    }
}
