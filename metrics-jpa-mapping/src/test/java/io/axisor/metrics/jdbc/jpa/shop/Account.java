package io.axisor.metrics.jdbc.jpa.shop;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** An account, with what hosts do to names. */
@Entity
@Table(name = "UserAccount")
public class Account extends Person {

    @Enumerated(EnumType.STRING)
    @Column(name = "\"order\"")
    public Plan planX;

    @Convert(converter = YesNo.class)
    public boolean isVerified;

    @Embedded
    @AttributeOverride(name = "city", column = @Column(name = "homeTown"))
    public Address address;

    @ManyToOne(fetch = FetchType.LAZY)
    public Account invitedBy;

    @ManyToOne
    @JoinColumn(name = "ORG_FK")
    public Company organization;

    @OneToMany(mappedBy = "owner")
    public List<Payment> payments = new ArrayList<>();

    @OneToOne(mappedBy = "account")
    public Profile profile;
}
