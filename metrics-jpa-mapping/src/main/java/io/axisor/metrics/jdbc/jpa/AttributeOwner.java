package io.axisor.metrics.jdbc.jpa;

import java.util.Collection;
import java.util.Optional;

/** An entity, or what is embedded in one. */
interface AttributeOwner {

    /** How messages call it. */
    String name();

    /** The names of its attributes. */
    Collection<String> attributeNames();

    /** The attribute of this name. */
    Optional<Attribute> attribute(String attributeName);
}
