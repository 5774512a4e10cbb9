package org.fenton.catalog.release;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Optional;
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

    /** The lines of {@code most} positions from {@code position} on, each ended by a line feed; empty beyond the last. */
    static String block(String release, int position, int most) {
        return (String) getEntityManager()
                .createNativeQuery("select coalesce(string_agg(line || E'\\n', '' order by position), '')"
                        + " from catalog.release_line"
                        + " where release = :release and position >= :from and position < :until")
                .setParameter("release", release)
                .setParameter("from", position)
                .setParameter("until", position + most)
                .getSingleResult();
    }

    static Optional<String> line(String release, String type, String id) {
        return getEntityManager()
                .createQuery(
                        "select l.line from ReleaseLineEntity l"
                                + " where l.release = :release and l.type = :type and l.rowId = :id",
                        String.class)
                .setParameter("release", release)
                .setParameter("type", type)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }
}
