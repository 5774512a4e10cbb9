package org.fenton.catalog.drug;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.fenton.catalog.claim.ClaimedRow;
import org.fenton.catalog.claim.Direction;
import org.fenton.catalog.claim.SubjectType;
import org.fenton.core.knowledge.Drug.Approval;
import org.fenton.core.knowledge.Drug.Reachable;

/** One active moiety: salts, brands and codes are its synonyms. */
@Entity
@Table(name = "drug")
public class DrugEntity extends PanacheEntityBase {
    @Id
    public String id;

    public String name;
    public List<String> synonyms;

    @Embedded
    public DrugIdentifiers identifiers;

    public List<String> atc;
    public String smiles;

    /** Of {@link #smiles}, checked by CDK when it was imported. */
    public String inchiKey;

    /** What names the active moiety ({@link Structure}); no two drugs share one. */
    public String moiety;

    @Enumerated(EnumType.STRING)
    public Approval approval;

    public String approvalText;

    @Embedded
    public PatientUse patientUse;

    public List<String> classes;

    /** Whether the concentration that acts on ferroptosis is reached in plasma at a clinical dose. */
    @Enumerated(EnumType.STRING)
    public Reachable reachable;

    public String exposureText;
    public String potencyText;
    public String toxicity;
    public String metabolism;
    public String interactions;
    public String dose;
    public String boxedWarning;
    public String ferroptosisText;
    public String note;

    @ElementCollection
    @CollectionTable(name = "drug_name", joinColumns = @JoinColumn(name = "drug"))
    @OrderColumn(name = "position")
    public List<DrugName> names = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "drug_regulatory", joinColumns = @JoinColumn(name = "drug"))
    @OrderColumn(name = "position")
    public List<Regulatory> regulatory = new ArrayList<>();

    @OneToMany(mappedBy = "drug", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    public List<DrugListingEntity> listings = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "drug_target", joinColumns = @JoinColumn(name = "drug"))
    @OrderColumn(name = "position")
    public List<DrugTarget> targets = new ArrayList<>();

    /** What the lists say of the drug, and the approval state that decides about patients. */
    public List<ClaimedRow> claimed() {
        List<ClaimedRow> rows = new ArrayList<>();
        listings.forEach(listing -> rows.addAll(listing.claimed()));
        ClassState state = ClassState.of(approval);
        if (state != null && !listings.isEmpty()) {
            DrugListingEntity said = listings.stream()
                    .filter(listing -> listing.confRegulatory != null)
                    .findFirst()
                    .orElse(listings.get(0));
            String confidence = said.confRegulatory == null ? "unstated" : said.confRegulatory;
            var evidence = new ClaimedRow.Evidence(null, List.of("general"), null, List.of(), confidence, said.sources);
            String statement = name + " is " + state.words() + (approvalText == null ? "" : ": " + approvalText);
            String key = state.statementOn(id);
            rows.add(new ClaimedRow(key, SubjectType.DRUG, id, statement, Direction.SUPPORTS, evidence));
        }
        return rows;
    }
}
