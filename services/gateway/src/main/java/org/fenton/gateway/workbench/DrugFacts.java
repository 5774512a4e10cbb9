package org.fenton.gateway.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Listing;
import org.fenton.gateway.workbench.Understanding.Fact;

/** What the release records of one drug of a candidate, for the page that weighs it. */
public record DrugFacts(String id, String name, List<Fact> facts) {
    static DrugFacts of(Drug drug) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Approval",
                lower(drug.approval().name()),
                drug.patientUse().allowed()
                        ? ""
                        : "not for patients: " + drug.patientUse().reason()));
        for (Listing listing : drug.listings()) {
            facts.add(new Fact(
                    "Listed as",
                    kind(listing.kind().name()) + ", " + lower(listing.state().name()) + ": " + listing.className(),
                    listing.caveat()));
        }
        facts.add(new Fact("Exposure", reach(drug) + text(drug, "exposure")));
        add(facts, "Boxed warning", drug, "boxedWarning");
        add(facts, "Toxicity", drug, "toxicity");
        add(facts, "Metabolism", drug, "metabolism");
        add(facts, "Interactions", drug, "interactions");
        return new DrugFacts(drug.id(), drug.name(), facts);
    }

    private static String reach(Drug drug) {
        return switch (drug.reachable()) {
            case YES -> "the concentration that acts is reached in plasma";
            case NO -> "the concentration that acts is NOT reached in plasma";
            case UNKNOWN -> "not known whether the concentration that acts is reached in plasma";
        };
    }

    private static String text(Drug drug, String key) {
        String text = drug.texts().getOrDefault(key, "");
        return text.isEmpty() ? "" : ". " + text;
    }

    private static void add(List<Fact> facts, String name, Drug drug, String key) {
        String text = drug.texts().getOrDefault(key, "");
        facts.add(new Fact(name, text.isEmpty() ? "not recorded" : text));
    }

    /** In which of the lists a drug stands. */
    static String kind(String kind) {
        return kind.equals("JAK_STAT") ? "JAK/STAT agent" : lower(kind);
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
