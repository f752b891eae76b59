package io.axisor.metrics.jdbc.jpa;

import io.axisor.metrics.jdbc.internal.spec.NearestName;
import java.util.Collection;
import java.util.List;

/** What is said of a class that is no entity of the provider's. */
final class UnknownEntity {

    private UnknownEntity() {}

    static UnmappableException of(Class<?> type, Collection<String> entityClassNames) {
        List<String> simpleNames = entityClassNames.stream()
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .toList();
        return new UnmappableException(type.getName() + " is no entity of this EntityManagerFactory"
                + NearestName.of(type.getSimpleName(), simpleNames)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse(""));
    }
}
