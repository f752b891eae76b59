package io.axisor.metrics.jdbc.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Our strategies make of any name what Hibernate's own make of it. */
@EnabledIfSystemProperty(named = "jpa.expected.provider", matches = "Hibernate.*")
class NamingStrategyIT {

    @Test
    void anyNameIsMadeAsHibernateMakesIt() throws ReflectiveOperationException {
        Naming naming = Stream.of(Naming.SPRING_BOOT_3, Naming.SPRING_BOOT_4)
                .filter(Naming::isThere)
                .findFirst()
                .orElseThrow();
        PhysicalNamingStrategy hibernate = Class.forName(naming.physical())
                .asSubclass(PhysicalNamingStrategy.class)
                .getDeclaredConstructor()
                .newInstance();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            StringBuilder name = new StringBuilder("a");
            for (int j = random.nextInt(10); j > 0; j--) {
                name.append("abAB12_é".charAt(random.nextInt(8)));
            }
            String expected = hibernate
                    .toPhysicalColumnName(Identifier.toIdentifier(name.toString()), null)
                    .getText();

            assertThat(naming.strategy().physical(name.toString()))
                    .as("seed %d: %s", seed, name)
                    .isEqualTo(expected);
        }
    }
}
