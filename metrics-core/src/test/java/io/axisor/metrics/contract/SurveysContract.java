package io.axisor.metrics.contract;

import static io.axisor.metrics.users.SurveyKind.CSAT;
import static io.axisor.metrics.users.SurveyKind.NPS;

import io.axisor.metrics.source.row.SurveyAnswer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Satisfaction. */
interface SurveysContract extends SourceUnderTest {

    @Test
    default void promotersBeginAtNineAndDetractorsEndAtSix() {
        Instant at = daysAgo(3);
        now(Company.builder()
                        .surveys(
                                new SurveyAnswer(NPS, 10, at),
                                new SurveyAnswer(NPS, 9, justBefore(NOW)),
                                new SurveyAnswer(NPS, 8, at),
                                new SurveyAnswer(NPS, 7, at),
                                new SurveyAnswer(NPS, 6, daysAgo(90)),
                                new SurveyAnswer(NPS, 0, justBefore(daysAgo(90))),
                                new SurveyAnswer(NPS, 0, NOW)))
                .shows("satisfaction.nps.90d", "20")
                .shows("satisfaction.csat.90d", "NO_DATA")
                .shows("satisfaction.responses.90d", "5");
    }

    @Test
    default void theSatisfiedBeginAtFour() {
        Instant at = daysAgo(3);
        now(Company.builder()
                        .surveys(
                                new SurveyAnswer(CSAT, 5, at),
                                new SurveyAnswer(CSAT, 4, at),
                                new SurveyAnswer(CSAT, 3, at),
                                new SurveyAnswer(CSAT, 1, at),
                                new SurveyAnswer(NPS, 0, at)))
                .shows("satisfaction.nps.90d", "-100")
                .shows("satisfaction.csat.90d", "2/4")
                .shows("satisfaction.responses.90d", "5");
    }

    @Test
    default void answersOffTheScaleAreIssues() {
        Instant at = daysAgo(3);
        Instant latest = NOW.plus(Duration.ofMinutes(5));
        now(Company.builder()
                        .surveys(
                                new SurveyAnswer(NPS, 11, at),
                                new SurveyAnswer(NPS, -1, at),
                                new SurveyAnswer(CSAT, 0, at),
                                new SurveyAnswer(CSAT, 6, daysAgo(900)),
                                new SurveyAnswer(CSAT, null, at),
                                new SurveyAnswer(null, null, at),
                                new SurveyAnswer(null, 4, null),
                                new SurveyAnswer(NPS, 4, null),
                                new SurveyAnswer(NPS, 4, latest),
                                new SurveyAnswer(NPS, 4, justAfter(latest)),
                                new SurveyAnswer(NPS, 77, NOW)))
                .shows("satisfaction.nps.90d", "NO_DATA")
                .shows("satisfaction.csat.90d", "NO_DATA")
                .shows("satisfaction.responses.90d", "0")
                .issues("surveys.score 5", "surveys.kind 2", "surveys.at 1", "surveys.future 1");
    }

    @Test
    default void withoutASurveyThereIsNothingToRate() {
        now(Company.builder().surveys())
                .shows("satisfaction.nps.90d", "NO_DATA")
                .shows("satisfaction.csat.90d", "NO_DATA")
                .shows("satisfaction.responses.90d", "0");
        now(Company.builder())
                .shows("satisfaction.nps.90d", "UNAVAILABLE")
                .shows("satisfaction.csat.90d", "UNAVAILABLE")
                .shows("satisfaction.responses.90d", "UNAVAILABLE");
    }
}
