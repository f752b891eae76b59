package io.axisor.metrics.jdbc.jpa.odd;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDateTime;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.type.YesNoConverter;

/** One whose rows stay when it is deleted. */
@Entity
@SoftDelete
public class Deletable {
    @Id
    public Long id;

    public LocalDateTime createdAt;

    /** One whose rows say that they are active, by a letter. */
    @Entity(name = "Active")
    @SoftDelete(strategy = SoftDeleteType.ACTIVE, columnName = "isActive", converter = YesNoConverter.class)
    public static class Active {
        @Id
        public Long id;

        public LocalDateTime createdAt;
    }
}
