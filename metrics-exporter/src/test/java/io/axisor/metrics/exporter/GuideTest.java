package io.axisor.metrics.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.axisor.metrics.exporter.config.ExporterConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide and the files beside it are true. */
class GuideTest {

    @TempDir
    private Path folder;

    @Test
    void everyConfigurationOfTheGuideIsOne() throws Exception {
        Certificate.write(folder, "secret");
        Files.writeString(folder.resolve("keystore-password"), "secret");
        Files.writeString(folder.resolve("scrape-password"), "secret");
        List<String> blocks = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(block -> block.group(1))
                .toList();

        assertThat(blocks).hasSize(4);
        assertThat(blocks.get(0)).contains("targets:");
        for (String block : blocks) {
            String whole = block.replace("/etc/business-metrics", folder.toString());
            whole = whole.contains("targets:") ? whole : whole + "targets:\n  - url: jdbc:h2:mem:none\n";
            Path file = Shop.write(folder, whole);
            try (Exporting exporting =
                    new Exporting(ExporterConfig.read(file, name -> "secret"), null, new SharedLeases())) {
                assertThat(exporting.targets()).hasSize(1);
            }
        }
    }

    @Test
    void everyKeyIsInTheGuide() throws IOException {
        String guide = Files.readString(Path.of("README.md"));
        Path file = Shop.write(folder, "nonsense: 1\ntargets:\n  - {url: 'jdbc:h2:mem:none', nonsense: 1}\n");
        String known = String.join("\n", faults(file));

        assertThat(known).contains("listen");
        assertThat(Pattern.compile("known are ([\\w, -]+)")
                        .matcher(known)
                        .results()
                        .flatMap(keys -> Stream.of(keys.group(1).split(", "))))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(guide).contains("`" + key));
    }

    private static List<String> faults(Path file) {
        ExporterConfig config = ExporterConfig.read(file, name -> null);
        return catchThrowable(() -> config.faults().orThrow())
                .getMessage()
                .lines()
                .toList();
    }
}
