package io.axisor.metrics.examples.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.axisor.metrics.Kpi;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.time.Window;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DashboardsTest {

    private static final String DASHBOARDS = "io.axisor.metrics.examples.monitoring.Dashboard#all";
    private static final Pattern LABEL_OF_LEGEND = Pattern.compile("\\{\\{(\\w+)}}");

    private static final Pattern WINDOW = Pattern.compile(
            Arrays.stream(Window.values()).map(Window::key).collect(Collectors.joining("|", "_(", ")(?=_|$)")));

    @ParameterizedTest
    @MethodSource(DASHBOARDS)
    void hasARowForEachSubject(Dashboard dashboard) {
        assertThat(dashboard.rows())
                .containsExactly(
                        "Key indicators", "Users", "Revenue", "Automation", "Trading", "Platform", "Age of the data");
    }

    @ParameterizedTest
    @MethodSource(DASHBOARDS)
    void asksTheChosenPrometheusForTheChosenApplication(Dashboard dashboard) {
        assertThat(dashboard.json().findValues("datasource"))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.get("uid").asText()).isEqualTo("${datasource}"));
        assertThat(dashboard.panels()).allMatch(panel -> panel.has("datasource"));
        assertThat(dashboard.expressions())
                .allSatisfy(expression -> assertThat(expression.selectors())
                        .allSatisfy(selector -> assertThat(selector.matchers())
                                .contains(
                                        new PromQl.Matcher("job", "=", "$job"),
                                        new PromQl.Matcher("instance", "=~", "$instance"))));
    }

    @Test
    void titlesTellTheWindowsThatNamesHave() {
        for (JsonNode panel : Dashboard.BUSINESS.panels()) {
            Dashboard.BUSINESS.expressions(panel).stream()
                    .flatMap(expression -> expression.selectors().stream())
                    .flatMap(selector -> WINDOW.matcher(selector.name()).results())
                    .forEach(window -> assertThat(titleOf(panel)).contains(inTitles(window.group(1))));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Kpi.class, mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM_UPTIME")
    void titlesTellTheWindowsOfIndicatorsInTheAxisorLayout(Kpi kpi) {
        Series series = new Series("axisor_business_kpi_metrics", Map.of("kpi_type", kpi.key(), "period", "current"));
        List<String> titles = Dashboard.AXISOR.panels().stream()
                .filter(panel -> Dashboard.AXISOR.expressions(panel).stream()
                        .anyMatch(expression -> expression.selectors().get(0).finds(series)))
                .map(DashboardsTest::titleOf)
                .toList();

        assertThat(titles)
                .hasSize(1)
                .allSatisfy(title -> assertThat(title)
                        .contains(kpi.window()
                                .map(window -> inTitles(window.key()))
                                .orElse("")));
    }

    private static String titleOf(JsonNode panel) {
        return panel.get("title").asText();
    }

    private static String inTitles(String window) {
        return window.replace('_', ' ');
    }

    @ParameterizedTest
    @MethodSource(DASHBOARDS)
    void legendsNameLabelsThatTheQueryKeeps(Dashboard dashboard) {
        for (JsonNode panel : dashboard.panels()) {
            for (JsonNode target : panel.get("targets")) {
                List<String> labels = LABEL_OF_LEGEND
                        .matcher(target.get("legendFormat").asText())
                        .results()
                        .map(label -> label.group(1))
                        .toList();

                assertThat(PromQl.parse(target.get("expr").asText()).groupingLabels())
                        .as("%s", target)
                        .containsAll(labels);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(DASHBOARDS)
    void sharesAndDurationsHaveTheirUnit(Dashboard dashboard) {
        for (JsonNode panel : dashboard.panels()) {
            String unit = panel.at("/fieldConfig/defaults/unit").asText();
            for (Expression expression : dashboard.expressions(panel)) {
                String name = expression.selectors().get(0).name();
                assertThat(unit.equals("percentunit")).as("%s", expression).isEqualTo(name.endsWith("_ratio"));
                assertThat(unit.equals("s"))
                        .as("%s", expression)
                        .isEqualTo(name.endsWith("_seconds") || name.endsWith("_seconds_sum"));
            }
        }
    }

    /** Over a range, a number that is gone would go on being shown as the last one. */
    @ParameterizedTest
    @MethodSource(DASHBOARDS)
    void aSingleNumberIsThatOfNowOrSaysThatItIsNotKnown(Dashboard dashboard) {
        assertThat(dashboard.panels())
                .filteredOn(panel -> panel.get("type").asText().equals("stat"))
                .isNotEmpty()
                .allSatisfy(panel -> {
                    assertThat(panel.at("/fieldConfig/defaults/noValue").asText())
                            .isEqualTo("not known");
                    assertThat(panel.get("targets"))
                            .allMatch(target -> target.path("instant").asBoolean());
                });
    }

    @ParameterizedTest
    @MethodSource(DASHBOARDS)
    void panelsHaveNumbersAndPlacesOfTheirOwn(Dashboard dashboard) {
        Set<Integer> ids = new HashSet<>();
        Set<List<Integer>> taken = new HashSet<>();
        for (JsonNode panel : dashboard.json().get("panels")) {
            assertThat(ids.add(panel.get("id").asInt())).as("%s", panel).isTrue();
            JsonNode place = panel.get("gridPos");
            int right = place.get("x").asInt() + place.get("w").asInt();
            int bottom = place.get("y").asInt() + place.get("h").asInt();
            assertThat(right).isLessThanOrEqualTo(24);
            for (int x = place.get("x").asInt(); x < right; x++) {
                for (int y = place.get("y").asInt(); y < bottom; y++) {
                    assertThat(taken.add(List.of(x, y))).as("%s", panel).isTrue();
                }
            }
        }
    }

    @Test
    void everyKeyIndicatorIsShown() {
        Set<String> shown = Dashboard.BUSINESS.expressions().stream()
                .flatMap(expression -> expression.selectors().stream())
                .map(PromQl.Selector::name)
                .collect(Collectors.toSet());

        assertThat(EnumSet.complementOf(EnumSet.of(Kpi.SYSTEM_UPTIME))) // unavailable until heartbeats are kept
                .allSatisfy(kpi -> assertThat(shown).contains(inPrometheus(kpi)));
    }

    private static String inPrometheus(Kpi kpi) {
        String name = "business." + kpi.definition().name(kpi.window(), kpi.statistic());
        MetricUnit unit = kpi.definition().unit();
        return (unit.isBaseUnit() ? name + "." + unit.name() : name).replace('.', '_');
    }

    /** What is shown rests on the rows that were not left out, and is as old as its refresh, whatever its layout. */
    @ParameterizedTest
    @MethodSource(DASHBOARDS)
    void howFarTheNumbersCanBeTrustedIsShown(Dashboard dashboard) {
        assertThat(dashboard.expressions().stream()
                        .flatMap(expression -> expression.selectors().stream())
                        .map(PromQl.Selector::name))
                .contains(
                        "business_data_issues",
                        "business_data_left_out_24h_ratio",
                        "business_data_left_out_30d_ratio",
                        "business_refresh_age_seconds",
                        "business_refresh_up");
    }

    @Test
    void everyTypeOfTheAxisorLayoutIsShown() {
        Set<Series> exposed = ExposedSeries.OF_ALL_COMPANIES.stream()
                .filter(series -> series.name().startsWith("axisor_"))
                .collect(Collectors.toSet());
        Set<Series> shown = Dashboard.AXISOR.expressions().stream()
                .flatMap(expression -> expression.selectors().stream())
                .flatMap(selector -> exposed.stream().filter(selector::finds))
                .collect(Collectors.toSet());

        assertThat(types(shown)).isEqualTo(types(exposed)).hasSizeGreaterThan(13);
    }

    private static Set<String> types(Set<Series> series) {
        return series.stream()
                .map(one -> one.name() + " "
                        + one.labels().getOrDefault("metric_type", one.labels().get("kpi_type")))
                .collect(Collectors.toSet());
    }
}
