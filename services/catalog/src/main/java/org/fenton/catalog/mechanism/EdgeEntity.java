package org.fenton.catalog.mechanism;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.fenton.catalog.claim.ClaimedRow;
import org.fenton.catalog.claim.Direction;
import org.fenton.catalog.claim.SubjectType;
import org.fenton.catalog.seed.Keys;
import org.fenton.catalog.seed.SeedFolder;
import org.fenton.catalog.seed.SeedKeys;
import org.fenton.catalog.seed.SeedRow;
import org.fenton.core.knowledge.EvidenceLevel;

/** A signed edge, with where it was seen and by whom. */
@Entity
@Table(name = "edge")
public class EdgeEntity extends PanacheEntityBase {
    private static final List<String> COLUMNS = List.of(
            "id",
            "from",
            "to",
            "sign",
            "mechanism",
            "scopes",
            "contextText",
            "ferroptosis",
            "level",
            "inferredModel",
            "studies",
            "confidence",
            "source",
            "note");

    @Id
    public String id;

    public List<String> fromNodes;
    public List<String> toNodes;

    @Convert(converter = SignColumn.class)
    public Sign sign;

    public String mechanism;
    public List<String> scopes;
    public String contextText;

    @Enumerated(EnumType.STRING)
    public RecordedEffect ferroptosis;

    @Enumerated(EnumType.STRING)
    public EvidenceLevel level;

    /** The model system was read off a database field, not the paper. */
    public boolean inferredModel;

    public List<String> studies;
    public String confidence;
    public List<String> sources;
    public String note;

    public static List<EdgeEntity> read(SeedFolder folder, SeedKeys keys) {
        Keys own = new Keys("edge");
        return folder.read("edges.tsv", COLUMNS).stream()
                .map(row -> read(row, own, keys))
                .toList();
    }

    private static EdgeEntity read(SeedRow row, Keys own, SeedKeys keys) {
        EdgeEntity edge = new EdgeEntity();
        edge.id = row.newKey("id", own);
        edge.fromNodes = row.requiredKeys("from", keys.nodes());
        edge.toNodes = row.requiredKeys("to", keys.nodes());
        edge.sign = row.oneOf("sign", Sign.class);
        edge.mechanism = row.text("mechanism");
        edge.scopes = row.requiredKeys("scopes", keys.scopes());
        edge.contextText = row.text("contextText");
        edge.ferroptosis = row.oneOf("ferroptosis", RecordedEffect.class);
        edge.level = row.oneOf("level", EvidenceLevel.class);
        edge.inferredModel = row.truth("inferredModel");
        edge.studies = row.studies("studies");
        edge.confidence = row.required("confidence");
        edge.sources = row.requiredKeys("source", keys.sources());
        edge.note = row.text("note");
        return edge;
    }

    /** "general" is no setting: it says that none is meant. */
    private String setting() {
        return "general".equals(contextText) ? null : contextText;
    }

    public ClaimedRow claimed() {
        String statement = String.join(", ", fromNodes) + " " + sign.verb() + " " + String.join(", ", toNodes)
                + (mechanism == null ? "" : ": " + mechanism);
        Direction direction = sign == Sign.UNKNOWN ? Direction.NEUTRAL : Direction.SUPPORTS;
        var evidence = new ClaimedRow.Evidence(level, scopes, setting(), studies, confidence, sources);
        return new ClaimedRow(id, SubjectType.EDGE, id, statement, direction, evidence);
    }
}
