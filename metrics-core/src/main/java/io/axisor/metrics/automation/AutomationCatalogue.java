package io.axisor.metrics.automation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the host's types of automation mean.
 *
 * @param known the types that are shown as 0 when there is no automation of them
 * @param marginGuard the types whose runs guard margins
 */
public record AutomationCatalogue(Set<String> known, Set<String> marginGuard) {

    /** The type that guards margins unless the host says otherwise. */
    public static final String MARGIN_GUARD = "margin_guard";

    /** No type is known, and margins are guarded by {@value #MARGIN_GUARD}. */
    public static final AutomationCatalogue DEFAULT = new AutomationCatalogue(Set.of(), Set.of(MARGIN_GUARD));

    /**
     * Copies the sets.
     *
     * @param known the types that are shown as 0 when there is no automation of them
     * @param marginGuard the types whose runs guard margins
     */
    public AutomationCatalogue {
        known = Set.copyOf(known);
        marginGuard = Set.copyOf(marginGuard);
    }

    /**
     * This catalogue with other known types.
     *
     * @param types the types that are shown as 0 when there is no automation of them
     * @return a catalogue
     */
    public AutomationCatalogue withKnown(String... types) {
        return new AutomationCatalogue(new LinkedHashSet<>(List.of(types)), marginGuard);
    }

    /**
     * This catalogue with other types that guard margins.
     *
     * @param types the types whose runs guard margins
     * @return a catalogue
     */
    public AutomationCatalogue withMarginGuard(String... types) {
        return new AutomationCatalogue(known, new LinkedHashSet<>(List.of(types)));
    }
}
