package io.axisor.metrics.jdbc.jpa.shop;

import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.LocalDateTime;

/** The root of classes that share a table. */
@Entity
@DiscriminatorColumn(name = "kindOf")
public abstract class Contract {
    @Id
    @GeneratedValue
    public Long id;

    @ManyToOne
    public Account owner;

    public BigDecimal price;
    public LocalDateTime startedAt;

    /** One that is paid. */
    @Entity
    @DiscriminatorValue("it's paid")
    public static class Subscription extends Contract {
        public Plan tier;
    }

    /** One that is paid, too. */
    @Entity(name = "Premium")
    @DiscriminatorValue("premium")
    public static class Premium extends Subscription {}

    /** One that is not. */
    @Entity(name = "Trial")
    @DiscriminatorValue("trial")
    public static class Trial extends Contract {}
}
