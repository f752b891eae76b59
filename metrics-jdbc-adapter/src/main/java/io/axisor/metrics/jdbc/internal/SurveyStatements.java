package io.axisor.metrics.jdbc.internal;

import static io.axisor.metrics.time.Window.ROLLING_90D;

import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.users.SurveyFacts;
import io.axisor.metrics.users.SurveyKind;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts survey answers, in one statement over all of them. */
final class SurveyStatements {

    private static final List<SurveyKind> KINDS = List.of(SurveyKind.values());

    private final Inquiry inquiry;
    private final Source surveys;
    private final AsOf at;
    private @Nullable SurveyFacts facts;

    SurveyStatements(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.surveys = inquiry.schema().source("surveys", "f");
        this.at = inquiry.at();
    }

    SurveyFacts ask() throws SQLException {
        SelectList select = new SelectList();
        int promoters = select.add(answers(SurveyKind.NPS, "s >= " + SurveyFacts.LOWEST_PROMOTER));
        int detractors = select.add(answers(SurveyKind.NPS, "s <= " + SurveyFacts.HIGHEST_DETRACTOR));
        int nps = select.add(answers(SurveyKind.NPS, "s >= 0"));
        int satisfied = select.add(answers(SurveyKind.CSAT, "s >= " + SurveyFacts.LOWEST_SATISFIED));
        int csat = select.add(answers(SurveyKind.CSAT, "s >= 0"));
        int noKinds = select.add("COUNT(CASE WHEN k < 0 THEN 1 END)");
        int noScores = select.add("COUNT(CASE WHEN k >= 0 AND (s IS NULL OR NOT (", onScale(), ")) THEN 1 END)");
        int noTimes = select.add("COUNT(CASE WHEN (", onScale(), ") AND w = 1 THEN 1 END)");
        int futures = select.add("COUNT(CASE WHEN (", onScale(), ") AND w = 2 THEN 1 END)");
        inquiry.query(Sql.template("SELECT {} FROM ({}) d", select.sql(), rows()), row -> {
            facts = new SurveyFacts(
                    row.getLong(promoters),
                    row.getLong(detractors),
                    row.getLong(nps),
                    row.getLong(satisfied),
                    row.getLong(csat));
            inquiry.addIssues(DataCheck.SURVEYS_KIND, row.getLong(noKinds));
            inquiry.addIssues(DataCheck.SURVEYS_SCORE, row.getLong(noScores));
            inquiry.addIssues(DataCheck.SURVEYS_AT, row.getLong(noTimes));
            inquiry.addIssues(DataCheck.SURVEYS_FUTURE, row.getLong(futures));
        });
        return facts == null ? new SurveyFacts(0, 0, 0, 0, 0) : facts;
    }

    private Sql rows() {
        Sql noTime = Sql.of(surveys.column("answeredAt"), " IS NULL");
        Sql future = surveys.after("answeredAt", at.latestCredible());
        return Sql.template(
                "SELECT {} AS k, {} AS s, CASE WHEN {} THEN 1 WHEN {} THEN 2 WHEN {} THEN 3 ELSE 0 END AS w FROM {} WHERE {} OR {} OR {}",
                kind(),
                surveys.column("score"),
                noTime,
                future,
                surveys.within("answeredAt", at.range(ROLLING_90D)),
                surveys.from(),
                noTime,
                surveys.before("answeredAt", at.instant()),
                future);
    }

    private Sql kind() {
        return inquiry.schema()
                .spec()
                .fixedSurvey()
                .map(kind -> Sql.of(String.valueOf(KINDS.indexOf(kind))))
                .orElseGet(() -> Sql.of(
                        "CASE WHEN ",
                        surveys.means("kind", "nps"),
                        " THEN " + KINDS.indexOf(SurveyKind.NPS) + " WHEN ",
                        surveys.means("kind", "csat"),
                        " THEN " + KINDS.indexOf(SurveyKind.CSAT) + " ELSE -1 END"));
    }

    private static Sql onScale() {
        return Sql.template("{} OR {}", onScale(SurveyKind.NPS), onScale(SurveyKind.CSAT));
    }

    private static Sql onScale(SurveyKind kind) {
        return Sql.of(
                "k = " + KINDS.indexOf(kind) + " AND s >= " + kind.lowestScore() + " AND s <= " + kind.highestScore());
    }

    private static Sql answers(SurveyKind kind, String score) {
        return Sql.countWhen("w = 3 AND ", onScale(kind), " AND " + score);
    }
}
