package io.axisor.metrics.jdbc;

import io.axisor.metrics.jdbc.internal.spec.ColumnSpec.Purpose;
import io.axisor.metrics.users.SurveyKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers to surveys. */
public final class SurveysMapping extends FactMapping<SurveysMapping> {

    private @Nullable SurveyKind fixedKind;

    SurveysMapping() {
        super("surveys");
    }

    @Override
    SurveysMapping self() {
        return this;
    }

    @Override
    List<String> requiredRoles() {
        return List.of("score", "answeredAt");
    }

    @Override
    List<String> faults() {
        List<String> faults = super.faults();
        if (has("kind") == (fixedKind != null)) {
            faults.add("surveys: give .kind(...) or .fixedKind(...), and not both");
        }
        return faults;
    }

    /**
     * Which question, its values mapped with {@link #nps} and {@link #csat}. Either this or {@link #fixedKind}.
     *
     * @param column its name
     * @return this
     */
    public SurveysMapping kind(String column) {
        return column("kind", column, Purpose.VALUE);
    }

    /**
     * The score: 0 to 10 for NPS, 1 to 5 for CSAT.
     *
     * @param column its name
     * @return this
     */
    public SurveysMapping score(String column) {
        return column("score", column, Purpose.NUMBER);
    }

    /**
     * When.
     *
     * @param column its name
     * @return this
     */
    public SurveysMapping answeredAt(String column) {
        return time("answeredAt", column, null);
    }

    /**
     * When.
     *
     * @param column its name
     * @param kind how it stores instants
     * @return this
     */
    public SurveysMapping answeredAt(String column, TimeKind kind) {
        return time("answeredAt", column, kind);
    }

    /**
     * The stored kinds that mean: how likely to recommend, 0 to 10.
     *
     * @param stored the values as the column holds them
     * @return this
     */
    public SurveysMapping nps(String... stored) {
        return values("kind", "nps", stored);
    }

    /**
     * The stored kinds that mean: how satisfied, 1 to 5.
     *
     * @param stored the values as the column holds them
     * @return this
     */
    public SurveysMapping csat(String... stored) {
        return values("kind", "csat", stored);
    }

    /**
     * The stored kinds of rows that are no answers of these two questions. They count nowhere, and are no issue.
     *
     * @param stored the values as the column holds them
     * @return this
     */
    public SurveysMapping ignored(String... stored) {
        return values("kind", "ignored", stored);
    }

    /**
     * The question of every answer, where no column says it.
     *
     * @param kind the question
     * @return this
     */
    public SurveysMapping fixedKind(SurveyKind kind) {
        this.fixedKind = kind;
        return this;
    }

    Optional<SurveyKind> fixed() {
        return Optional.ofNullable(fixedKind);
    }
}
