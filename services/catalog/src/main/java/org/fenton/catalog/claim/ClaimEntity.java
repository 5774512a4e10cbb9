package org.fenton.catalog.claim;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.fenton.core.knowledge.EvidenceLevel;

/** One statement on one subject by one study. Made from the rows ({@link ClaimedRow}), never written by hand. */
@Entity
@Table(name = "claim")
public class ClaimEntity extends PanacheEntityBase {
    @Id
    public String id;

    @Convert(converter = SubjectTypeColumn.class)
    public SubjectType subjectType;

    public String subjectId;
    public String statement;

    @Enumerated(EnumType.STRING)
    public Direction direction;

    /** Null where the row does not say, as for drug listings. */
    @Enumerated(EnumType.STRING)
    public EvidenceLevel level;

    public List<String> scopes;
    public String study;
    public String confidence;
    public List<String> sources;
    public boolean inferred;
}
