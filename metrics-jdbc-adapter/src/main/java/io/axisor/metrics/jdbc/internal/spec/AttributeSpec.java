package io.axisor.metrics.jdbc.internal.spec;

import java.util.Map;
import java.util.Optional;

/**
 * The attribute of an entity that a column is mapped by.
 *
 * @param shown how messages call it, such as {@code attribute 'plan' of User}
 * @param relation the alias of the view's table that the column belongs to, {@link ViewSpec#OWN} for the entity's own
 * @param instants its type where that holds instants, so that a column without a zone does not tell which they are
 * @param words what each stored value is called, for values that are not stored as they are called
 */
public record AttributeSpec(String shown, String relation, Optional<String> instants, Map<String, String> words) {}
