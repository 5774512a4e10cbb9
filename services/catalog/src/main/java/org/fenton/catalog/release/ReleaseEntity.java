package org.fenton.catalog.release;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.annotations.Immutable;

/** An immutable release; its id is the hash of its lines. */
@Entity
@Immutable
@Table(name = "release")
public class ReleaseEntity extends PanacheEntityBase {
    @Id
    public String id;

    public Instant createdAt;

    static Optional<ReleaseEntity> current() {
        return getEntityManager()
                .createQuery(
                        "select r from ReleaseEntity r join PublicationEntity p on p.release = r.id"
                                + " order by p.number desc",
                        ReleaseEntity.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Every release, the one published last first. */
    static List<ReleaseEntity> newestFirst() {
        return getEntityManager()
                .createQuery(
                        "select r from ReleaseEntity r"
                                + " order by (select max(p.number) from PublicationEntity p where p.release = r.id) desc",
                        ReleaseEntity.class)
                .getResultList();
    }

    /** Lines per type. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        getEntityManager()
                .createQuery(
                        "select l.type, count(l) from ReleaseLineEntity l where l.release = :id group by l.type",
                        Object[].class)
                .setParameter("id", id)
                .getResultList()
                .forEach(row -> counts.put((String) row[0], (Long) row[1]));
        return counts;
    }
}
