package org.fenton.catalog.drug;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fenton.catalog.claim.ClaimedRow;
import org.fenton.catalog.claim.Direction;
import org.fenton.catalog.claim.SubjectType;
import org.fenton.catalog.seed.Keys;
import org.fenton.catalog.seed.SeedFolder;
import org.fenton.catalog.seed.SeedKeys;
import org.fenton.catalog.seed.SeedRow;
import org.fenton.core.knowledge.Listing.Kind;
import org.fenton.core.knowledge.Listing.State;

/** One row of one of the curated drug lists: that a drug belongs there, how surely, and who says so. */
@Entity
@Table(name = "drug_listing")
public class DrugListingEntity extends PanacheEntityBase {
    private static final List<String> COLUMNS = List.of(
            "drug",
            "kind",
            "row",
            "className",
            "subclass",
            "state",
            "mechanism",
            "caveat",
            "caveatStudies",
            "confMechanism",
            "confPotency",
            "confRegulatory",
            "confIds",
            "confSafety",
            "studies",
            "sources");

    /** Drug and list, {@code erastin:ferroptosis-inducer}: a drug stands once in a list. */
    @Id
    public String id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "drug")
    public DrugEntity drug;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    @Column(name = "source_row")
    public String row;

    public String className;
    public String subclass;

    @Enumerated(EnumType.STRING)
    public State state;

    public String mechanism;
    public String caveat;

    /** Papers that the caveat cites. */
    public List<String> caveatStudies;

    public String confMechanism;
    public String confPotency;
    public String confRegulatory;
    public String confIds;
    public String confSafety;
    public List<String> studies;
    public List<String> sources;

    /** Adds each listing to its drug. */
    public static void read(SeedFolder folder, SeedKeys keys, Map<String, DrugEntity> drugs) {
        Keys own = new Keys("drug listing");
        for (SeedRow row : folder.read("drug-listings.tsv", COLUMNS)) {
            DrugListingEntity listing = read(row, keys);
            if (listing.kind != null && !own.add(listing.id)) {
                row.refuse("drug", "is listed by an earlier row of kind " + listing.kind + " already", "");
            }
            listing.drug = drugs.get(row.key("drug", keys.drugs()));
            if (listing.drug != null) {
                listing.drug.listings.add(listing);
            }
        }
    }

    private static DrugListingEntity read(SeedRow row, SeedKeys keys) {
        DrugListingEntity listing = new DrugListingEntity();
        listing.kind = row.oneOf("kind", Kind.class);
        listing.row = row.required("row");
        listing.id = row.required("drug") + ":" + list(listing.kind);
        listing.className = row.required("className");
        listing.subclass = row.text("subclass");
        listing.state = row.oneOf("state", State.class);
        listing.mechanism = row.text("mechanism");
        listing.caveat = row.text("caveat");
        listing.caveatStudies = row.studies("caveatStudies");
        listing.confMechanism = row.text("confMechanism");
        listing.confPotency = row.text("confPotency");
        listing.confRegulatory = row.text("confRegulatory");
        listing.confIds = row.text("confIds");
        listing.confSafety = row.text("confSafety");
        listing.studies = row.studies("studies");
        listing.sources = row.requiredKeys("sources", keys.sources());
        return listing;
    }

    static String list(Kind kind) {
        return kind == null ? "" : kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the list says of the drug and, where it is contested, what speaks against it. */
    public List<ClaimedRow> claimed() {
        String statement = drug.name + " is listed as " + list(kind) + " (" + className + ")"
                + (mechanism == null ? "" : ": " + mechanism);
        String confidence = confMechanism == null ? "unstated" : confMechanism;
        var evidence = new ClaimedRow.Evidence(null, List.of("general"), null, studies, confidence, sources);
        List<ClaimedRow> rows = new ArrayList<>();
        rows.add(new ClaimedRow(id, SubjectType.DRUG, drug.id, statement, Direction.SUPPORTS, evidence));
        if (state == State.CONTESTED && caveat != null) {
            var against = new ClaimedRow.Evidence(null, List.of("general"), null, caveatStudies, confidence, sources);
            rows.add(new ClaimedRow(id + "/caveat", SubjectType.DRUG, drug.id, caveat, Direction.DISPUTES, against));
        }
        return rows;
    }
}
