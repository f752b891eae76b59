package io.axisor.metrics.testing.benchmarks.footprint;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The jars of the modules that are published, as the build left them beside this one. */
final class PublishedJars {

    private static final Pattern NAME = Pattern.compile("metrics-[a-z-]+-[0-9][0-9.]*(-SNAPSHOT)?\\.jar");

    private PublishedJars() {}

    /** Their sizes in bytes, of those that were built. */
    static SortedMap<String, Long> sizes() throws IOException {
        SortedMap<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> modules = Files.list(project())) {
            for (Path module : modules.map(path -> path.resolve("target")).toList()) {
                if (Files.isDirectory(module)) {
                    addTo(sizes, module);
                }
            }
        }
        return sizes;
    }

    private static void addTo(SortedMap<String, Long> sizes, Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (NAME.matcher(name).matches()) {
                    sizes.put(name, Files.size(file));
                }
            }
        }
    }

    /** Above where these classes are. */
    private static Path project() throws IOException {
        Path here = here();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("metrics-core"))) {
                return folder;
            }
        }
        throw new IOException("no project above " + here + "; leave the jar where it was built");
    }

    private static Path here() {
        try {
            return Path.of(PublishedJars.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
