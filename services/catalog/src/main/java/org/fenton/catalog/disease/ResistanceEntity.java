package org.fenton.catalog.disease;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.List;
import org.fenton.catalog.claim.ClaimedRow;
import org.fenton.catalog.claim.Direction;
import org.fenton.catalog.claim.SubjectType;
import org.fenton.catalog.seed.Keys;
import org.fenton.catalog.seed.SeedFolder;
import org.fenton.catalog.seed.SeedKeys;
import org.fenton.catalog.seed.SeedRow;
import org.fenton.core.knowledge.ResistanceMechanism;

/** Why a drug failed, how one sees it, and which partner classes that suggests. */
@Entity
@Table(name = "resistance")
public class ResistanceEntity extends PanacheEntityBase {
    private static final List<String> COLUMNS = List.of(
            "id",
            "drugs",
            "drugClasses",
            "scopes",
            "diseaseText",
            "mechanism",
            "markers",
            "jakStatLink",
            "jakStatText",
            "ferroptosisText",
            "liabilities",
            "partnerClasses",
            "partnerText",
            "caution",
            "studies",
            "confidence",
            "basis",
            "source");

    @Id
    public String id;

    /** Names as a case may write them: a drug that failed need not be in the catalog. */
    public List<String> drugs;

    public List<String> drugClasses;
    public List<String> scopes;
    public String diseaseText;
    public String mechanism;

    @ElementCollection
    @CollectionTable(name = "resistance_marker", joinColumns = @JoinColumn(name = "resistance"))
    @OrderColumn(name = "position")
    public List<ResistanceMarker> markers;

    @Enumerated(EnumType.STRING)
    public JakStatLink jakStatLink;

    public String jakStatText;
    public String ferroptosisText;
    public List<String> liabilities;
    public List<String> partnerClasses;
    public String partnerText;
    public String caution;
    public List<String> studies;
    public String confidence;

    /** How far the suggested partner is the curator's own. */
    public String basis;

    public List<String> sources;

    public static List<ResistanceEntity> read(SeedFolder folder, SeedKeys keys) {
        Keys own = new Keys("resistance mechanism");
        return folder.read("resistance.tsv", COLUMNS).stream()
                .map(row -> read(row, own, keys))
                .toList();
    }

    private static ResistanceEntity read(SeedRow row, Keys own, SeedKeys keys) {
        ResistanceEntity resistance = new ResistanceEntity();
        resistance.id = row.newKey("id", own);
        resistance.drugs = row.set("drugs");
        resistance.drugClasses = row.keys("drugClasses", keys.classes());
        resistance.scopes = row.requiredKeys("scopes", keys.scopes());
        resistance.diseaseText = row.required("diseaseText");
        resistance.mechanism = row.required("mechanism");
        resistance.markers = row.pairs(
                "markers",
                new SeedRow.Pairs<>(keys.nodes(), ResistanceMechanism.Direction.class, ResistanceMarker::new));
        resistance.jakStatLink = row.oneOf("jakStatLink", JakStatLink.class);
        resistance.jakStatText = row.text("jakStatText");
        resistance.ferroptosisText = row.text("ferroptosisText");
        resistance.liabilities = row.keys("liabilities", keys.nodes());
        resistance.partnerClasses = row.keys("partnerClasses", keys.classes());
        resistance.partnerText = row.text("partnerText");
        resistance.caution = row.text("caution");
        resistance.studies = row.studies("studies");
        resistance.confidence = row.required("confidence");
        resistance.basis = row.required("basis");
        resistance.sources = row.requiredKeys("source", keys.sources());
        return resistance;
    }

    /** The studies speak of the mechanism; the suggested partner is the curator's and is no claim. */
    public ClaimedRow claimed() {
        String subject = drugs.isEmpty() ? String.join(", ", drugClasses) : String.join(", ", drugs);
        String statement = "resistance to " + subject + " in " + diseaseText + ": " + mechanism;
        var evidence = new ClaimedRow.Evidence(null, scopes, diseaseText, studies, confidence, sources);
        return new ClaimedRow(id, SubjectType.RESISTANCE, id, statement, Direction.SUPPORTS, evidence);
    }
}
