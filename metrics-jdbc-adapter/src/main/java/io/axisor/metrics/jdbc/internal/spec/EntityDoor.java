package io.axisor.metrics.jdbc.internal.spec;

import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The door by which the package for entities comes into a mapping, whose inside shows nowhere in the interface: the mapping
 * opens it when it is loaded, and nobody can make a mapping before.
 */
public final class EntityDoor {

    private static volatile @Nullable BiConsumer<Object, FactTranslation> installer;

    private EntityDoor() {}

    /**
     * Opens the door.
     *
     * @param newInstaller gives a mapping its translation
     */
    public static void open(BiConsumer<Object, FactTranslation> newInstaller) {
        installer = newInstaller;
    }

    /**
     * Has a mapping translated before it is looked up.
     *
     * @param mapping the mapping
     * @param translation turns it into names of tables and columns
     */
    public static void translate(Object mapping, FactTranslation translation) {
        Objects.requireNonNull(installer, "no mapping was made yet").accept(mapping, translation);
    }
}
