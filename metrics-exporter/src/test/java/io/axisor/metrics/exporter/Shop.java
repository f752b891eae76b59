package io.axisor.metrics.exporter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The configuration that stands beside this module's guide, and others made of it. */
final class Shop {

    static final Path CONFIG = Path.of("shop.yaml");

    private static final String DATABASE = "mem:shop;";

    private Shop() {}

    /** Its text on any free port, with a database that no other test has. */
    static String text() throws IOException {
        return Files.readString(CONFIG)
                .replace("localhost:9464", "localhost:0")
                .replace("interval: 10s", "interval: 0.2s")
                .replace(DATABASE, "mem:" + UUID.randomUUID() + ";");
    }

    static Path write(Path folder, String text) throws IOException {
        return Files.writeString(folder.resolve("metrics.yaml"), text);
    }
}
