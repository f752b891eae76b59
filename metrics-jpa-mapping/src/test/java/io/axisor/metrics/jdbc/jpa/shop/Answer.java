package io.axisor.metrics.jdbc.jpa.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SecondaryTable;
import java.time.LocalDateTime;

/** An answer, its score in another table, its question a code. */
@Entity
@SecondaryTable(name = "answer_scores")
public class Answer {
    @Id
    @GeneratedValue
    public Long id;

    public Question question;

    @Column(table = "answer_scores")
    public Integer score;

    public LocalDateTime answeredAt;
}
