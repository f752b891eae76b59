package io.axisor.metrics.jdbc.internal.statement;

import static io.axisor.metrics.time.Window.ROLLING_90D;

import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.jdbc.internal.render.CountedRows;
import io.axisor.metrics.jdbc.internal.render.DirtyCode;
import io.axisor.metrics.jdbc.internal.render.Inquiry;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.SelectList;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.users.SurveyFacts;
import io.axisor.metrics.users.SurveyKind;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Counts survey answers, in one statement over all of them. */
final class SurveyStatements {

    private static final List<SurveyKind> KINDS = List.of(SurveyKind.values());

    private final Inquiry inquiry;
    private final Source surveys;
    private final AsOf at;
    private final CountedRows counted;
    private SurveyFacts facts = new SurveyFacts(0, 0, 0, 0, 0);

    SurveyStatements(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.surveys = inquiry.schema().source("surveys", "f");
        this.at = inquiry.at();
        this.counted = new CountedRows(inquiry, RowAxis.SURVEYS);
    }

    SurveyFacts ask() throws SQLException {
        SelectList select = new SelectList();
        int promoters = select.add(answers(SurveyKind.NPS, "s >= " + SurveyFacts.LOWEST_PROMOTER));
        int detractors = select.add(answers(SurveyKind.NPS, "s <= " + SurveyFacts.HIGHEST_DETRACTOR));
        int nps = select.add(answers(SurveyKind.NPS, "s >= 0"));
        int satisfied = select.add(answers(SurveyKind.CSAT, "s >= " + SurveyFacts.LOWEST_SATISFIED));
        int csat = select.add(answers(SurveyKind.CSAT, "s >= 0"));
        int codeColumn = select.add("c");
        int all = select.add("COUNT(*)");
        counted.addTo(select, "b");
        inquiry.query(Sql.template("SELECT {} FROM ({}) d GROUP BY c", select.sql(), rows()), row -> {
            int code = row.getInt(codeColumn);
            Optional<DataCheck> failed = DirtyCode.failed(code);
            counted.read(row, failed);
            counted.addUnbounded(row.getLong(all), failed);
            if (failed.isPresent()) {
                inquiry.addIssues(failed.get(), row.getLong(all));
            } else {
                facts = new SurveyFacts(
                        row.getLong(promoters),
                        row.getLong(detractors),
                        row.getLong(nps),
                        row.getLong(satisfied),
                        row.getLong(csat));
            }
        });
        return facts;
    }

    private Sql rows() {
        return Sql.template(
                "SELECT k, s, w, b, CASE{}{}{}{} ELSE 0 END AS c FROM ({}) e",
                DirtyCode.arm(DataCheck.SURVEYS_KIND, "k < 0"),
                DirtyCode.arm(DataCheck.SURVEYS_SCORE, "s IS NULL OR NOT (", onScale(), ")"),
                DirtyCode.arm(DataCheck.SURVEYS_AT, "w = 1"),
                DirtyCode.arm(DataCheck.SURVEYS_FUTURE, "w = 2"),
                answers());
    }

    private Sql answers() {
        Sql noTime = Sql.of(surveys.column("answeredAt"), " IS NULL");
        Sql future = surveys.after("answeredAt", at.latestCredible());
        return Sql.template(
                "SELECT {} AS k, {} AS s, CASE WHEN {} THEN 1 WHEN {} THEN 2 WHEN {} THEN 3 ELSE 0 END AS w, {} AS b"
                        + " FROM {} WHERE {} OR {} OR {}",
                kind(),
                surveys.column("score"),
                noTime,
                future,
                surveys.within("answeredAt", at.range(ROLLING_90D)),
                counted.bucket(surveys, "answeredAt"),
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
