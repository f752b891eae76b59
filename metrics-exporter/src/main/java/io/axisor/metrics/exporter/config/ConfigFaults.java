package io.axisor.metrics.exporter.config;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Everything that is wrong with a file, each with its line. */
public final class ConfigFaults {

    private final Path file;

    /** What is said for all targets is read for each, and its faults are found as often. */
    private final Set<Fault> faults = new LinkedHashSet<>();

    private record Fault(int line, String message) {}

    ConfigFaults(Path file) {
        this.file = file;
    }

    /**
     * Notes a fault.
     *
     * @param line the line, from 1
     * @param message what is wrong and what to do
     */
    void add(int line, String message) {
        faults.add(new Fault(line, message));
    }

    /**
     * Refuses the file if anything is wrong with it.
     *
     * @throws ConfigException with all faults, in the order of the file
     */
    public void orThrow() {
        if (!faults.isEmpty()) {
            throw new ConfigException(faults.stream()
                    .sorted(Comparator.comparingInt(Fault::line))
                    .map(fault -> file + ":" + fault.line() + ": " + fault.message())
                    .toList());
        }
    }
}
