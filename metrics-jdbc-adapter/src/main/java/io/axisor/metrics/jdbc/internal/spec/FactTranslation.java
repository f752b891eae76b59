package io.axisor.metrics.jdbc.internal.spec;

import java.util.List;

/** Turns a mapping that is written in other names than those of tables and columns into one that is. */
@FunctionalInterface
public interface FactTranslation {

    /**
     * Translates.
     *
     * @param written the mapping as written
     * @param faults what cannot be translated is added here, a sentence each
     * @return the mapping in names of tables and columns, whole only if no fault was added
     */
    FactSpec translate(FactSpec written, List<String> faults);
}
