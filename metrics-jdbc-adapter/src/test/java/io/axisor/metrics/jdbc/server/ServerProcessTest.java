package io.axisor.metrics.jdbc.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** No server and no folder outlives the JVM that started it. A shell that sleeps stands for the server. */
class ServerProcessTest {

    private static final String WRITES_ITS_ID_AND_SLEEPS =
            "echo $$ >\"$1/pid.new\"; mv \"$1/pid.new\" \"$1/pid\"; exec sleep 300";

    @Test
    void aServerThatIsEndedLeavesNothing() throws Exception {
        ServerFolder folder = ServerFolder.create("test");
        ServerProcess process = ServerProcess.guarding(folder, WRITES_ITS_ID_AND_SLEEPS);
        process.begin();
        ProcessHandle server = server(folder.path());

        process.end();

        assertGone(folder.path(), server);
    }

    @Test
    void aServerEndsWithAJvmThatIsKilled() throws Exception {
        URL testClasses = Starter.class.getProtectionDomain().getCodeSource().getLocation();
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Path.of(testClasses.toURI()).toString(),
                        Starter.class.getName())
                .start();
        Path folder = Path.of(
                new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8)).readLine());
        ProcessHandle server = server(folder);
        assertThat(server.isAlive()).isTrue();

        jvm.destroyForcibly();

        assertGone(folder, server);
    }

    @Test
    void aServerThatHasNotBegunLeavesNoFolder() throws Exception {
        ServerFolder folder = ServerFolder.create("test");
        ServerProcess process = ServerProcess.guarding(folder, WRITES_ITS_ID_AND_SLEEPS);
        Files.writeString(folder.resolve("half-unpacked"), "");

        process.end();

        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void aServerThatDoesNotStartSaysWhy() throws Exception {
        ServerProcess process =
                ServerProcess.guarding(ServerFolder.create("test"), "echo 'no such option: --fast'; exit 1");
        process.begin();

        assertThatThrownBy(() -> process.awaitConnections("jdbc:mariadb://127.0.0.1:1/tests"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("nobody takes connections at jdbc:mariadb://127.0.0.1:1/tests: no such option: --fast\n");
    }

    /** What the JVM runs that is killed. */
    static final class Starter {

        private Starter() {}

        /** Starts a server, says where, and waits. */
        public static void main(String[] arguments) throws Exception {
            ServerFolder folder = ServerFolder.create("test");
            ServerProcess.guarding(folder, WRITES_ITS_ID_AND_SLEEPS).begin();
            System.out.println(folder.path());
            Thread.sleep(300_000);
        }
    }

    private static ProcessHandle server(Path folder) throws IOException, InterruptedException {
        Path pid = folder.resolve("pid");
        await(() -> Files.exists(pid), "nobody writes " + pid);
        return ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    }

    private static void assertGone(Path folder, ProcessHandle server) throws InterruptedException {
        await(() -> Files.notExists(folder) && !server.isAlive(), folder + " or process " + server.pid() + " stays");
    }

    private static void await(BooleanSupplier condition, String complaint) throws InterruptedException {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as(complaint)
                    .isLessThan(Duration.ofSeconds(20));
            Thread.sleep(20);
        }
    }
}
