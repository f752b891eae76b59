package io.axisor.metrics.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A certificate that signs itself, with its key, made by the JDK's own tool. */
public final class Certificate {

    private Certificate() {}

    /**
     * Makes a keystore.
     *
     * @param folder takes the file
     * @param password that of the file
     * @return the file
     * @throws Exception if the JDK has no keytool
     */
    public static Path write(Path folder, String password) throws Exception {
        Path file = folder.resolve("exporter.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "exporter",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        password)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        return file;
    }
}
