package io.axisor.metrics.jdbc.jpa.odd;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** The root of classes whose tables hold everything. */
@Entity
@Table(name = "union_roots")
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
public class Union {
    @Id
    public Long id;

    public LocalDateTime createdAt;

    /** One of them. */
    @Entity(name = "Leaf")
    public static class Leaf extends Union {}
}
