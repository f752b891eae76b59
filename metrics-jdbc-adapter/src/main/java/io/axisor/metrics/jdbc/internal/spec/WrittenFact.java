package io.axisor.metrics.jdbc.internal.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mapping of one kind of fact is made of beneath its interface: it may be written in names of another module's. */
public abstract class WrittenFact {

    private @Nullable FactTranslation translation;

    /** Begins with names of tables and columns. */
    protected WrittenFact() {}

    /**
     * Has the mapping translated before it is looked up; it then names no table of its own.
     *
     * @param newTranslation turns its names into those of tables and columns
     */
    public final void translateBy(FactTranslation newTranslation) {
        this.translation = newTranslation;
    }

    /**
     * Whether its names are another module's.
     *
     * @return true once there is a translation
     */
    protected final boolean isTranslated() {
        return translation != null;
    }

    /**
     * The mapping in names of tables and columns.
     *
     * @param written the mapping as written
     * @param faults what cannot be translated is added here, a sentence each
     * @return the mapping, translated if need be
     */
    protected final FactSpec translated(FactSpec written, List<String> faults) {
        return translation == null ? written : translation.translate(written, faults);
    }
}
