package org.fenton.catalog.drug;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fenton.catalog.seed.SeedFolder;
import org.fenton.catalog.seed.SeedKeys;
import org.fenton.catalog.seed.SeedRow;
import org.fenton.core.knowledge.DrugTarget.Directness;
import org.fenton.core.knowledge.DrugTarget.Effect;

/** What a drug does to one node; the potency is absent where none was read, never zero. */
@Embeddable
public record DrugTarget(
        String node,
        @Enumerated(EnumType.STRING) Effect effect,
        @Enumerated(EnumType.STRING) Directness directness,
        boolean contested,
        Relation relation,
        Double potencyNanomolar,
        String assay,
        String confidence,
        @Column(name = "sources") List<String> source) {
    private static final List<String> COLUMNS = List.of(
            "drug",
            "node",
            "effect",
            "directness",
            "contested",
            "relation",
            "potencyNanomolar",
            "assay",
            "confidence",
            "source");
    private static final Comparator<DrugTarget> ORDER = Comparator.comparing(DrugTarget::node)
            .thenComparing(DrugTarget::effect)
            .thenComparing(target -> target.assay == null ? "" : target.assay)
            .thenComparing(target -> target.potencyNanomolar == null ? 0 : target.potencyNanomolar);

    /** The targets of each drug, in the order a release writes them. */
    public static Map<String, List<DrugTarget>> read(SeedFolder folder, SeedKeys keys) {
        Map<String, List<DrugTarget>> byDrug = new HashMap<>();
        for (SeedRow row : folder.read("drug-targets.tsv", COLUMNS)) {
            row.required("drug");
            DrugTarget target = read(row, keys);
            String drug = row.key("drug", keys.drugs());
            if (target.node != null && target.effect != null) {
                byDrug.computeIfAbsent(drug, any -> new ArrayList<>()).add(target);
            }
        }
        byDrug.values().forEach(targets -> targets.sort(ORDER));
        return byDrug;
    }

    private static DrugTarget read(SeedRow row, SeedKeys keys) {
        row.required("node");
        Relation relation = row.optionalOneOf("relation", Relation.class);
        Double potency = row.positive("potencyNanomolar");
        if (potency != null && row.text("relation") == null) {
            row.refuse("relation", "a potency needs its relation: = > or ~", "");
        } else if (potency == null && relation != null && row.text("potencyNanomolar") == null) {
            row.refuse("potencyNanomolar", "a relation without a potency says nothing", "");
        }
        return new DrugTarget(
                row.key("node", keys.nodes()),
                row.oneOf("effect", Effect.class),
                row.oneOf("directness", Directness.class),
                row.truth("contested"),
                relation,
                potency,
                row.text("assay"),
                row.required("confidence"),
                row.requiredKeys("source", keys.sources()));
    }
}
