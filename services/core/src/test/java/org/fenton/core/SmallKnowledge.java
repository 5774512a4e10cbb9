package org.fenton.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.fenton.core.knowledge.DiseaseContext;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.DrugTarget;
import org.fenton.core.knowledge.Edge;
import org.fenton.core.knowledge.EvidenceLevel;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.KnownCombination;
import org.fenton.core.knowledge.Listing;
import org.fenton.core.knowledge.ResistanceMechanism;
import org.fenton.core.knowledge.SafetyRule;
import org.fenton.core.knowledge.Scope;
import org.fenton.core.knowledge.Tumour;

/** A hand-made release, small enough to check by eye: one liver tumour, one retina, four drugs. All of it is invented. */
public final class SmallKnowledge {
    public final List<Drug> drugs = new ArrayList<>();
    public final List<Edge> edges = new ArrayList<>();
    public final List<DiseaseContext> contexts = new ArrayList<>();
    public final List<ResistanceMechanism> resistance = new ArrayList<>();
    public final List<KnownCombination> combinations = new ArrayList<>();
    public final List<SafetyRule> rules = new ArrayList<>();

    public SmallKnowledge() {
        edge("e1", "JAK1", "STAT1", Edge.Sign.PLUS, "general");
        edge("e2", "JAK1", "STAT3", Edge.Sign.PLUS, "general");
        edge("e3", "STAT3", "GPX4", Edge.Sign.PLUS, "hcc", "STUDY:1");
        edge("e4", "STAT1", "GPX4", Edge.Sign.MINUS, "general", "STUDY:2");
        edge("e5", "GPX4", "ferroptosis", Edge.Sign.MINUS, "general", "STUDY:3");
        edge("e6", "STAT3", "GPX4", Edge.Sign.MINUS, "retina", "STUDY:4");
        drug("jakinib", Listing.Kind.JAK_STAT, "jak-inhibitor", target("JAK1", 3.0));
        drug("gpxinib", Listing.Kind.FERROPTOSIS_INDUCER, "gpx4-inhibitor", target("GPX4", 10.0));
        drug("trapper", Listing.Kind.FERROPTOSIS_INHIBITOR, "radical-trap");
        drug("toolkit", Listing.Kind.FERROPTOSIS_INDUCER, "gpx4-inhibitor", target("GPX4", 10.0));
        drugs.set(3, notForPatients(drugs.get(3)));
    }

    public Knowledge build() {
        return new Knowledge(
                "sha256:small",
                new Knowledge.Parts(
                        drugs,
                        edges,
                        contexts,
                        resistance,
                        combinations,
                        rules,
                        List.of(
                                new Scope("hcc", "liver tumour", Scope.Kind.TUMOUR, Set.of("HCC")),
                                new Scope("gastric", "stomach tumour", Scope.Kind.TUMOUR, Set.of("STAD")),
                                new Scope("retina", "retina", Scope.Kind.TISSUE, Set.of())),
                        List.of(
                                new Tumour("LIVER", "Liver", "", "Liver"),
                                new Tumour("HCC", "Hepatocellular", "LIVER", "Liver"),
                                new Tumour("STAD", "Stomach", "", "Stomach")),
                        Map.of("systemic-jak-inhibitor", "jak-inhibitor"),
                        Map.of("cyp3a4-strong-inhibitor", Set.of("itraconazole")),
                        Map.of()));
    }

    public void edge(String id, String from, String to, Edge.Sign sign, String scope, String... studies) {
        edges.add(new Edge(
                id,
                List.of(from),
                List.of(to),
                sign,
                Set.of(scope),
                EvidenceLevel.IN_VITRO,
                List.of(studies),
                "B",
                "",
                "",
                "",
                false,
                "S"));
    }

    public void drug(String id, Listing.Kind kind, String className, DrugTarget... targets) {
        drugs.add(new Drug(
                id,
                id,
                List.of(),
                Map.of(),
                "",
                Drug.Approval.APPROVED,
                new Drug.PatientUse(true, ""),
                Set.of(className),
                List.of(new Listing(
                        kind, "row " + id, className, Listing.State.CONFIRMED, "", "", List.of(), List.of())),
                List.of(targets),
                Drug.Reachable.UNKNOWN,
                Map.of()));
    }

    public void rule(String id, String drug, String condition, SafetyRule.Action action) {
        rules.add(new SafetyRule(
                id,
                "test",
                Set.of(drug),
                Set.of(),
                "trigger",
                "",
                condition,
                action,
                "advice",
                "HIGH",
                "why",
                "B",
                "S"));
    }

    public static DrugTarget target(String node, double nanomolar) {
        return new DrugTarget(
                node,
                DrugTarget.Effect.INHIBIT,
                DrugTarget.Directness.DIRECT,
                false,
                OptionalDouble.of(nanomolar),
                "assay",
                "S");
    }

    private static Drug notForPatients(Drug drug) {
        return new Drug(
                drug.id(),
                drug.name(),
                drug.synonyms(),
                drug.identifiers(),
                drug.smiles(),
                Drug.Approval.TOOL_COMPOUND,
                new Drug.PatientUse(false, "tool compound"),
                drug.classes(),
                drug.listings(),
                drug.targets(),
                drug.reachable(),
                drug.texts());
    }
}
