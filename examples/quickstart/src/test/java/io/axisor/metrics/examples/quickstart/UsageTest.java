package io.axisor.metrics.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said when something is wrong: the value and the remedy. */
class UsageTest {

    @TempDir
    private Path folder;

    @Test
    void helpTellsOptionsExitCodesAndExamples() {
        Run help = Run.of("--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out().replaceAll("\\s+", " ")) // as its lines are broken
                .contains(
                        "--data=DIR", "--as-of=INSTANT", "--jdbc-url=URL", "--preset=NAME", "Exit codes:", "Examples:")
                .contains("is dropped at the end", "nothing is made");
        assertThat(Run.of("--version").out()).startsWith("quickstart ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        --as-of nonsense              | 'nonsense' is not an instant; write date, time and Z
        --as-of 1997-10-01            | such as 1997-10-01T00:00:00Z
        --zone Mars                   | 'Mars' is not a time zone; write a name such as Europe/Berlin
        --currency X                  | 'X' is not a currency; write an ISO 4217 code
        --format xml                  | [TABLE, PROMETHEUS, JSON]
        --port 99999                  | 99999 is not 0 to 65535
        --interval 0                  | 0 is not 1 or more seconds
        --schema Public;              | 'Public;' is not a plain name
        --gross-margin 1.5            | --gross-margin: 1.5 is not above 0 and at most 1
        --longest-lifetime 0          | not all of 0, 30 and 50 are 1 or more
        --left-out-flagged-above 0.6  | flaggedAbove 0.6 is above undefinedAbove 0.5; lower the one or raise the other
        --left-out-undefined-above 50 | must be shares from 0 to 1, such as 0.05, not 0.05 and 50.0
        --left-out-least-rows 0       | leastRows must be at least 1, not 0
        --confidence p50              | [P90, P95, P99]
        --nonsense                    | Unknown option: '--nonsense'
        --data x --seed 1             | give one of them
        --as-of 2020-01-01T00:00:00Z  | add --once
        --user x                      | belong to --jdbc-url
        --preset x                    | [AXISOR]
        --preset axisor --data x      | give one of them
        --preset axisor --currency EUR| are satoshis; leave it out
        --preset axisor --as-of 2020-01-01T00:00:00Z | add --once
        --preset axisor --jdbc-url jdbc:h2:mem:x --seed 1     | measures what is there; give one of them
        --preset axisor --jdbc-url jdbc:h2:mem:x --schema abc | ?currentSchema=abc
        """)
    void aWrongOptionIsNamedWithTheRemedy(String arguments, String expected) {
        Run run = Run.of(arguments.split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(expected).contains("See --help.");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Run run = Run.of("--data", folder.resolve("nothing").toString(), "--once");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("nothing is not a folder; give one that holds users.csv");
    }

    @Test
    void aFolderWithoutUsersSaysWhatItMustHold() {
        Run run = Run.of("--data", folder.toString(), "--once");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("holds no users.csv; it must (id, created_at)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        id,created_at~1,yesterday            | users.csv, line 2, column 'created_at': 'yesterday' is not an instant with Z or an offset, such as 1997-10-01T00:00:00Z
        id,created_at~1,2024-01-01T00:00:00  | column 'created_at': '2024-01-01T00:00:00' is not an instant
        id,created_at~~,2024-01-01T00:00:00Z | users.csv, line 3, column 'id': '' is not text
        id,created~1,2024-01-01T00:00:00Z    | users.csv, line 1: the column [created_at] must be in the header, which names [id, created]
        id,created_at~1,2024-01-01T00:00:00Z~1,2024-01-01T00:00:00Z | users.csv, at or before line 3: an id stands there twice
        id,created_at~"1,2024-01-01T00:00:00Z| users.csv cannot be read:
        id,id~1,1                            | users.csv cannot be read:
        """)
    void aWrongLineIsNamedWithWhatIsExpected(String file, String expected) throws Exception {
        Files.writeString(folder.resolve("users.csv"), file.replace('~', '\n') + "\n");
        Run run = Run.of("--data", folder.toString(), "--once");
        assertThat(run.err()).contains(expected);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'12,5'", "abc", "1.123456789", "1e30"})
    void aWrongAmountIsNamedWithItsColumn(String amount) throws Exception {
        Files.writeString(folder.resolve("users.csv"), "id,created_at\n");
        Files.writeString(
                folder.resolve("payments.csv"),
                "id,user_id,amount,ts,status\np1,1,\"" + amount + "\",2024-01-01T00:00:00Z,SUCCEEDED\n");
        Run run = Run.of("--data", folder.toString(), "--once");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains(
                        "payments.csv, line 2, column 'amount': '" + amount + "' is not a number with a decimal point");
    }

    @Test
    void aFileInAnotherEncodingIsNamed() throws Exception {
        Files.write(
                folder.resolve("users.csv"),
                "id,created_at\nJosé,2024-01-01T00:00:00Z\n".getBytes(StandardCharsets.ISO_8859_1));
        Run run = Run.of("--data", folder.toString(), "--once");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("users.csv").contains("not in UTF-8");
    }

    @Test
    void aByteOrderMarkAndAnEmptyFileAreFine() throws Exception {
        Files.writeString(folder.resolve("users.csv"), "\uFEFFid,created_at\n");
        Run run = Run.of("--data", folder.toString(), "--once", "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.one("users.new", "30d").get("value").intValue()).isZero();
    }

    @Test
    void aDatabaseWithoutADriverIsNamed() {
        Run run = Run.of("--jdbc-url", "jdbc:nosuch://host/db?password=secret", "--once");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("no connection to jdbc:nosuch://host/db: ", "check --jdbc-url")
                .doesNotContain("secret");
    }
}
