package org.fenton.catalog.release;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.hibernate.Session;
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

    /** Writes the lines of {@code most} positions from {@code position} on; how many there were. */
    static int write(ReleaseEntity release, int position, int most, OutputStream out) {
        String lines = "select line from catalog.release_line where release = '" + release.id + "' and position >= "
                + position + " and position < " + (position + most) + " order by position";
        return getEntityManager().unwrap(Session.class).doReturningWork(connection -> {
            try {
                return LineBytes.copy(connection, lines, out);
            } catch (IOException closed) {
                throw new UncheckedIOException(closed);
            }
        });
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
