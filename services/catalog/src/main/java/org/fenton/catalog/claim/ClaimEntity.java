package org.fenton.catalog.claim;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.fenton.core.knowledge.EvidenceLevel;

/** What one study says of one subject. Made from the rows ({@link ClaimedRow}) or by a published proposal. */
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

    @Enumerated(EnumType.STRING)
    public Grade grade;

    @Enumerated(EnumType.STRING)
    public Strength strength;

    @Convert(converter = KnowledgeLevelColumn.class)
    public KnowledgeLevel knowledgeLevel;

    @Convert(converter = AgentTypeColumn.class)
    public AgentType agentType;

    /** Tissue, cell or model as the row words it; null where it says none. */
    public String setting;

    public List<String> species;

    /** Other identifiers of the paper that {@link #study} names. */
    public List<String> sameAs;

    /** {@code E037} of {@code E037@PMID:35483272}; the database makes it of the id. */
    @Column(insertable = false, updatable = false)
    public String statementId;
}
