package io.axisor.metrics.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonParserFactory;

/**
 * What IDEs and guides say of properties is what the code says of itself. With {@code -Dspring.docs.write=true} it is written,
 * without that compared.
 */
class PropertiesDocumentTest {

    private static final Path METADATA =
            Path.of("src/main/resources/META-INF/additional-spring-configuration-metadata.json");

    private static void isWritten(Path file, String expected) throws IOException {
        if (Boolean.getBoolean("spring.docs.write")) {
            Files.writeString(file, expected);
        }
        assertThat(Files.readString(file))
                .as(file + "; -Dspring.docs.write=true writes it anew")
                .isEqualTo(expected);
    }

    /** The last table of a guide has these rows. */
    private static void endsIn(Path guide, Stream<String> rows) throws IOException {
        String text = Files.readString(guide);
        String firstLine = "--- |\n";
        int begin = text.lastIndexOf(firstLine) + firstLine.length();

        isWritten(guide, text.substring(0, begin) + rows.map(row -> row + "\n").collect(Collectors.joining()));
    }

    @Test
    void idesKnowTheKeysOfTheMapping() throws IOException {
        String properties = SchemaKey.all()
                .filter(key -> !key.name().contains("*"))
                .map(key -> """
                    {
                      "name": "%s.%s",
                      "type": "%s",
                      "description": "%s"
                    }\
                    """.formatted(AxisorMetricsProperties.SCHEMA, key.name(), key.type(), key.words()))
                .map(property -> property.indent(4).stripTrailing())
                .collect(Collectors.joining(",\n"));

        isWritten(METADATA, "{\n  \"properties\": [\n" + properties + "\n  ]\n}\n");
    }

    @Test
    void theGuideToTheMappingHasItsKeys() throws IOException {
        endsIn(
                Path.of("../docs/schema-properties.md"),
                SchemaKey.all()
                        .filter(key -> !key.name().endsWith("-kind"))
                        .map(key -> "| `"
                                + key.name()
                                        .replaceFirst(
                                                "^[^.]+\\.(table|select|where|entity|join\\.\\*\\..*)$", "FACT.$1")
                                        .replace("*", "NAME")
                                + "` | " + key.words() + " |")
                        .sorted()
                        .distinct());
    }

    @Test
    void theGuideToSpringBootHasTheOtherProperties() throws IOException, URISyntaxException {
        endsIn(
                Path.of("../docs/spring-boot.md"),
                properties()
                        .filter(property -> name(property).startsWith(AxisorMetricsProperties.PREFIX))
                        .filter(property -> !name(property).startsWith(AxisorMetricsProperties.SCHEMA + "."))
                        .map(property -> "| `" + name(property) + "` | " + value(property) + " | "
                                + property.get("description") + " |"));
    }

    @Test
    void theMappingOfTheGuideIsThatOfTheApplicationThatIsTested() throws IOException {
        String tested = Files.readString(Path.of("src/test/resources/shop.yml"));

        assertThat(Files.readString(Path.of("../docs/spring-boot.md")))
                .contains("```yaml\n")
                .contains(tested.substring(tested.indexOf("axisor.metrics:")) + "```\n");
    }

    @Test
    void everyPropertyIsDescribedInOneSentenceOrTwo() throws IOException, URISyntaxException {
        assertThat(properties())
                .hasSizeGreaterThan(150)
                .allSatisfy(property -> assertThat((String) property.get("description"))
                        .endsWith(".")
                        .doesNotContain("@", "{", "<"));
    }

    /** As the annotation processor has put them together. */
    @SuppressWarnings("unchecked")
    private static Stream<Map<String, Object>> properties() throws IOException, URISyntaxException {
        Path classes = Path.of(AxisorMetricsProperties.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String metadata = Files.readString(classes.resolve("META-INF/spring-configuration-metadata.json"));
        return ((List<Map<String, Object>>)
                        JsonParserFactory.getJsonParser().parseMap(metadata).get("properties"))
                .stream();
    }

    private static String name(Map<String, Object> property) {
        return (String) property.get("name");
    }

    private static String value(Map<String, Object> property) {
        Object value = property.get("defaultValue");
        return value == null ? "" : "`" + value + "`";
    }
}
