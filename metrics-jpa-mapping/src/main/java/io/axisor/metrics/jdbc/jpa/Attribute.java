package io.axisor.metrics.jdbc.jpa;

import java.util.function.Supplier;

/** An attribute of an entity, as its provider maps it. */
sealed interface Attribute {

    /**
     * One with a column of its own.
     *
     * @param place its column
     * @param type its Java type
     * @param storage what its values are stored as
     */
    record Basic(Place place, Class<?> type, Storage storage) implements Attribute {}

    /**
     * One that has attributes itself, in the columns of its owner.
     *
     * @param inside those attributes
     */
    record Embedded(AttributeOwner inside) implements Attribute {}

    /**
     * One that refers to one entity.
     *
     * @param foreignKey the column that holds the key
     * @param key the column that it refers to
     * @param target the entity, looked up when it is needed
     */
    record ToOne(Place foreignKey, Place key, Supplier<EntityMapping> target) implements Attribute {}

    /**
     * One that has no column to map.
     *
     * @param why what it is, as it continues "is ..."
     */
    record Unmappable(String why) implements Attribute {}

    /**
     * A column of a table, both as the lookup in the database takes them.
     *
     * @param table the table's name
     * @param column the column's name
     */
    record Place(String table, String column) {

        boolean isIn(String otherTable) {
            return table.equalsIgnoreCase(otherTable);
        }

        boolean isSame(Place other) {
            return isIn(other.table) && column.equalsIgnoreCase(other.column);
        }
    }
}
