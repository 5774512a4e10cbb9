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
import java.util.Locale;
import java.util.stream.Collectors;
import org.fenton.catalog.claim.ClaimedRow;
import org.fenton.catalog.claim.Direction;
import org.fenton.catalog.claim.SubjectType;
import org.fenton.catalog.seed.Keys;
import org.fenton.catalog.seed.SeedFolder;
import org.fenton.catalog.seed.SeedKeys;
import org.fenton.catalog.seed.SeedRow;
import org.fenton.core.knowledge.DiseaseContext.ArmEffect;

/** A disease (or a state of a tumour) with the arm of JAK/STAT that decides about ferroptosis there. */
@Entity
@Table(name = "disease_context")
public class ContextEntity extends PanacheEntityBase {
    private static final List<String> COLUMNS = List.of(
            "id",
            "disease",
            "group",
            "tissueOrCell",
            "scope",
            "oncotree",
            "role",
            "goal",
            "arms",
            "keyNodes",
            "broadJakInhibition",
            "verdict",
            "verdictText",
            "verdictRule",
            "studies",
            "confidence",
            "basis",
            "sources",
            "conflict");

    @Id
    public String id;

    public String disease;
    public String diseaseGroup;
    public String tissueOrCell;
    public String scope;
    public List<String> oncotree;
    public String role;

    @Enumerated(EnumType.STRING)
    public Goal goal;

    @ElementCollection
    @CollectionTable(name = "disease_context_arm", joinColumns = @JoinColumn(name = "context"))
    @OrderColumn(name = "position")
    public List<ContextArm> arms;

    public List<String> keyNodes;

    @Enumerated(EnumType.STRING)
    public BroadJakEffect broadJakInhibition;

    @Enumerated(EnumType.STRING)
    public ContextVerdict verdict;

    public String verdictText;
    public String verdictRule;
    public List<String> studies;
    public String confidence;
    public String basis;
    public List<String> sources;
    public String conflict;

    public static List<ContextEntity> read(SeedFolder folder, SeedKeys keys) {
        Keys own = new Keys("context");
        return folder.read("contexts.tsv", COLUMNS).stream()
                .map(row -> read(row, own, keys))
                .toList();
    }

    private static ContextEntity read(SeedRow row, Keys own, SeedKeys keys) {
        ContextEntity context = new ContextEntity();
        context.id = row.newKey("id", own);
        context.disease = row.required("disease");
        context.diseaseGroup = row.required("group");
        context.tissueOrCell = row.text("tissueOrCell");
        row.required("scope");
        context.scope = row.key("scope", keys.scopes());
        context.oncotree = row.keys("oncotree", keys.tumours());
        context.role = row.required("role");
        context.goal = row.oneOf("goal", Goal.class);
        context.arms = row.pairs("arms", new SeedRow.Pairs<>(keys.nodes(), ArmEffect.class, ContextArm::new));
        context.keyNodes = row.keys("keyNodes", keys.nodes());
        context.broadJakInhibition = row.oneOf("broadJakInhibition", BroadJakEffect.class);
        context.verdict = row.oneOf("verdict", ContextVerdict.class);
        context.verdictText = row.required("verdictText");
        context.verdictRule = row.text("verdictRule");
        context.studies = row.studies("studies");
        context.confidence = row.required("confidence");
        context.basis = row.required("basis");
        context.sources = row.requiredKeys("sources", keys.sources());
        context.conflict = row.text("conflict");
        return context;
    }

    /** The studies speak of the arms; the verdict on a JAK inhibitor is the curator's and is no claim. */
    public ClaimedRow claimed() {
        String effects = arms.stream()
                .map(arm -> arm.node() + " " + arm.effect().name().toLowerCase(Locale.ROOT) + " ferroptosis")
                .collect(Collectors.joining("; "));
        boolean settled = arms.stream()
                .anyMatch(arm -> arm.effect() == ArmEffect.SUPPRESSES || arm.effect() == ArmEffect.PROMOTES);
        boolean disputed = arms.stream().anyMatch(arm -> arm.effect() == ArmEffect.CONFLICT);
        Direction direction = settled && !disputed ? Direction.SUPPORTS : Direction.NEUTRAL;
        String statement = disease + ": " + (effects.isEmpty() ? role : effects);
        var evidence = new ClaimedRow.Evidence(null, List.of(scope), tissueOrCell, studies, confidence, sources);
        return new ClaimedRow(id, SubjectType.CONTEXT, id, statement, direction, evidence);
    }
}
