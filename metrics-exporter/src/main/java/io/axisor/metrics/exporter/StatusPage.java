package io.axisor.metrics.exporter;

import static org.apache.commons.text.StringEscapeUtils.escapeHtml4;

import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.examples.output.Figures;
import io.axisor.metrics.refresh.DomainHealth;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is measured, with status and age, for a person with a browser. Tells what was computed last; computes nothing. */
final class StatusPage {

    private static final String HEAD = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Business metrics</title>
        <style>
        body { font: 15px/1.4 system-ui, sans-serif; margin: 2em; color: #222 }
        table { border-collapse: collapse; margin-bottom: 2em }
        td, th { text-align: left; padding: .15em 1em .15em 0; border-bottom: 1px solid #ddd; vertical-align: top }
        td.number { text-align: right; padding-left: 1em; white-space: nowrap; font-variant-numeric: tabular-nums }
        .bad { color: #b00020 } .quiet { color: #777 }
        </style>
        </head>
        <body>
        <h1>Business metrics</h1>
        <p>For Prometheus: <a href="/metrics">/metrics</a>. For programs: <a href="/health">/health</a>.</p>
        """;

    private final Instant now = Instant.now();

    private StatusPage() {}

    static String of(List<Target> targets) {
        StatusPage page = new StatusPage();
        return HEAD + summary(targets) + targets.stream().map(page::section).collect(Collectors.joining())
                + "</body>\n</html>\n";
    }

    /** Which of several targets fails, without a look at each. */
    private static String summary(List<Target> targets) {
        return targets.size() < 2
                ? ""
                : targets.stream().map(StatusPage::line).collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
    }

    private static String line(Target target) {
        String title = escapeHtml4(target.title());
        String failing = target.health().stream()
                .filter(health -> health.lastFailure().isPresent())
                .map(DomainHealth::domain)
                .collect(Collectors.joining(", "));
        String state =
                failing.isEmpty() ? "no failure" : "<span class=bad>failing: " + escapeHtml4(failing) + "</span>";
        return "<li><a href=\"#" + title + "\">" + title + "</a>: " + state + "\n";
    }

    private String section(Target target) {
        String title = escapeHtml4(target.title());
        return "<h2 id=\"" + title + "\">" + title + "</h2>\n"
                + table("Domain|Refresh|Age", target.health().stream().map(this::row))
                + table(
                        "Metric|Window and tags|Value|Status|Age",
                        target.snapshot().measurements().stream().map(this::row));
    }

    private static String table(String titles, Stream<String> rows) {
        String head =
                Stream.of(titles.split("\\|", -1)).map(title -> "<th>" + title).collect(Collectors.joining());
        return "<table>\n<tr>" + head + "\n" + rows.collect(Collectors.joining()) + "</table>\n";
    }

    private String row(DomainHealth health) {
        String state = health.lastFailure()
                .map(failure -> "<span class=bad>" + escapeHtml4(failure) + "</span>")
                .orElse(health.standby() ? "on standby: another replica computes" : health.up() ? "ok" : "not yet");
        return row("", health.domain(), state, health.age().map(StatusPage::age).orElse(""));
    }

    private String row(Measurement measurement) {
        String flags = measurement.value().isEmpty()
                ? ""
                : measurement.flags().stream().map(flag -> ", " + flag.words()).collect(Collectors.joining());
        String status = measurement.status()
                + flags
                + measurement.reason().map(reason -> ": " + escapeHtml4(reason)).orElse("");
        return row(
                measurement.value().isPresent() ? "" : " class=quiet",
                measurement.definition().key(),
                escapeHtml4(qualifier(measurement)),
                "<td class=number>" + escapeHtml4(Figures.valueOrDash(measurement)),
                status,
                age(Duration.between(measurement.computedAt(), now)));
    }

    private static String qualifier(Measurement measurement) {
        return Stream.of(
                        measurement.window().map(Window::key).stream(),
                        measurement.statistic().map(Statistic::key).stream(),
                        measurement.tags().entrySet().stream().map(Object::toString))
                .flatMap(parts -> parts)
                .collect(Collectors.joining(" "));
    }

    private static String row(String attributes, String... cells) {
        return "<tr" + attributes + ">"
                + Stream.of(cells)
                        .map(cell -> cell.startsWith("<td") ? cell : "<td>" + cell)
                        .collect(Collectors.joining())
                + "\n";
    }

    private static String age(Duration age) {
        return age.toSeconds() + " s";
    }
}
