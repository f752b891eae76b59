package io.axisor.metrics.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The BOM names every module that a host adds as a dependency, in the version of this project. */
class BomTest {

    private static final Path ROOT = Path.of("../..");

    /** What is started instead, and the BOM itself. */
    private static final List<String> NO_DEPENDENCIES = List.of("metrics-exporter", "metrics-bom");

    @Test
    void everyModuleOfOursIsInTheBom() throws IOException {
        String bom = Files.readString(ROOT.resolve("metrics-bom/pom.xml"));
        String parent = Files.readString(ROOT.resolve("pom.xml"));
        List<String> modules = found("<module>(metrics-[\\w-]+)</module>", parent);

        assertThat(found("<artifactId>(metrics-[\\w-]+)</artifactId>\\s*<version>\\$\\{project.version}", bom))
                .containsExactlyElementsOf(modules.stream()
                        .filter(module -> !NO_DEPENDENCIES.contains(module))
                        .toList());
        assertThat(found("<artifactId>metrics-bom</artifactId>\\s*<version>([^<]+)</version>", bom))
                .isEqualTo(
                        found("<artifactId>axisor-metrics-parent</artifactId>\\s*<version>([^<]+)</version>", parent));
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
