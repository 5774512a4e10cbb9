package org.fenton.catalog.release;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** One line of a release, as its bytes. */
@Entity
@Immutable
@Table(name = "release_line")
@IdClass(ReleaseLineEntity.Key.class)
public class ReleaseLineEntity extends PanacheEntityBase {
    public record Key(String release, int position) {}

    @Id
    public String release;

    @Id
    public int position;

    public String type;

    @Column(name = "id")
    public String rowId;

    public String line;

    /** At most {@code most} lines from {@code position} on, in order. */
    static List<String> lines(String release, int position, int most) {
        return getEntityManager()
                .createQuery(
                        "select l.line from ReleaseLineEntity l"
                                + " where l.release = :release and l.position >= :position order by l.position",
                        String.class)
                .setParameter("release", release)
                .setParameter("position", position)
                .setMaxResults(most)
                .getResultList();
    }
}
