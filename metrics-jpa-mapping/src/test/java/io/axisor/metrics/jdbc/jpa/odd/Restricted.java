package io.axisor.metrics.jdbc.jpa.odd;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDateTime;
import org.hibernate.annotations.SQLRestriction;

/** One whose provider leaves rows out. */
@Entity
@SQLRestriction("gone = false")
public class Restricted {
    @Id
    public Long id;

    public LocalDateTime createdAt;
    public boolean gone;

    /** One with a filter. */
    @Entity(name = "Filtered")
    @org.hibernate.annotations.FilterDef(name = "recent", defaultCondition = "created_at > 0")
    @org.hibernate.annotations.Filter(name = "recent")
    public static class Filtered {
        @Id
        public Long id;

        public LocalDateTime createdAt;
    }

    /** One of a tenant. */
    @Entity(name = "OfTenant")
    public static class OfTenant {
        @Id
        public Long id;

        public LocalDateTime createdAt;

        @org.hibernate.annotations.TenantId
        public String tenant;
    }
}
