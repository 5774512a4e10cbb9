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

    @OneToMany(mappedBy = "drug", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    public List<DrugListingEntity> listings = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "drug_target", joinColumns = @JoinColumn(name = "drug"))
    @OrderColumn(name = "position")
    public List<DrugTarget> targets = new ArrayList<>();

    /** Drugs whose id, name or one of whose synonyms is {@code given}, letter case aside. */
    static List<DrugEntity> named(String given) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from catalog.drug
                        where id = lower(:given) or lower(name) = lower(:given)
                           or exists (select from unnest(synonyms) s where lower(s) = lower(:given))
                        order by id""", DrugEntity.class)
                .setParameter("given", given)
                .getResultList()
                .stream()
                .map(DrugEntity.class::cast)
                .toList();
    }

    static List<String> everyName() {
        List<String> names = new ArrayList<>();
        for (DrugEntity drug : DrugEntity.<DrugEntity>listAll()) {
            names.add(drug.id);
            names.add(drug.name);
            names.addAll(drug.synonyms);
        }
        return names;
    }
}
