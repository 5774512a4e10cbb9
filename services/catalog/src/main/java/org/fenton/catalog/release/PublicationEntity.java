package org.fenton.catalog.release;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** That a release was made the current one; the last publication counts. */
@Entity
@Immutable
@Table(name = "publication")
public class PublicationEntity extends PanacheEntityBase {
    @Id
    public int number;

    public String release;
    public Instant publishedAt;
}
