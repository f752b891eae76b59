package io.axisor.metrics.jdbc;

import java.util.List;

/** A mapping that cannot be: everything that is missing, unknown or contradicts itself, at once. */
@SuppressWarnings("serial") // never serialised
public final class SchemaFaultsException extends IllegalArgumentException {

    private final transient List<String> faults;

    SchemaFaultsException(List<String> faults) {
        super("the mapping has " + faults.size() + " fault" + (faults.size() > 1 ? "s" : "") + ":\n  "
                + String.join("\n  ", faults));
        this.faults = List.copyOf(faults);
    }

    /**
     * The faults one by one, for hosts that know where each was written.
     *
     * @return at least one; each begins with the key or the fact that it is about
     */
    public List<String> faults() {
        return faults;
    }
}
