package io.axisor.metrics.jdbc.jpa;

import io.axisor.metrics.jdbc.jpa.Attribute.Place;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An entity as its provider maps it. */
interface EntityMapping extends AttributeOwner {

    /** Its attributes, also those of the classes above. */
    AttributeOwner attributes();

    @Override
    default Collection<String> attributeNames() {
        return attributes().attributeNames();
    }

    @Override
    default Optional<Attribute> attribute(String attributeName) {
        return attributes().attribute(attributeName);
    }

    /** The table that has one row for each of its instances. */
    String table();

    /** The column that identifies the rows of each of its tables; without those whose key has several columns. */
    Map<String, String> keys();

    /** The conditions that tell its rows from others of its tables. */
    List<Rows> conditions();

    /** The attributes of an id of several columns; none for a simple id. */
    Collection<String> compositeId();

    /**
     * A condition on rows.
     *
     * @param place the column
     * @param values the stored values that it may have; none for NULL alone
     * @param why what it tells
     */
    record Rows(Place place, List<String> values, String why) {}
}
