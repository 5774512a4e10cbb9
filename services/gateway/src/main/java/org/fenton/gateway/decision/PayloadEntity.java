package org.fenton.gateway.decision;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.zip.DataFormatException;
import org.hibernate.annotations.Immutable;

/** What a decision was made of and answered; may be erased. */
@Entity
@Immutable
@Table(name = "decision_payload", schema = "gateway")
public class PayloadEntity extends PanacheEntityBase {
    @Id
    @Column(name = "decision_id")
    public String decisionId;

    /** The case without label and provenance as canonical JSON; {@code null} where it was not kept. */
    public byte[] document;

    public byte[] answer;

    /** Whether both are {@link Packed}; those of the first schema are not. */
    public boolean deflated;

    byte[] plainAnswer() throws DataFormatException {
        return deflated ? Packed.plain(answer) : answer;
    }

    /** {@code null} where the case was not kept. */
    byte[] plainDocument() throws DataFormatException {
        return deflated && document != null ? Packed.plain(document) : document;
    }
}
