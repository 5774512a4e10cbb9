package org.fenton.catalog.drug;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fenton.catalog.seed.SeedFolder;
import org.fenton.catalog.seed.SeedKeys;
import org.fenton.catalog.seed.SeedRow;
import org.fenton.core.knowledge.Drug.Approval;
import org.fenton.core.knowledge.Drug.Reachable;

/** Puts a drug together from its row, its listings and its targets. */
public final class DrugSeed {
    private static final List<String> COLUMNS = List.of(
            "id",
            "name",
            "synonyms",
            "chembl",
            "pubchem",
            "drugbank",
            "cas",
            "atc",
            "smiles",
            "inchiKey",
            "approval",
            "approvalText",
            "patientUse",
            "patientUseReason",
            "classes",
            "reachable",
            "exposureText",
            "potencyText",
            "toxicity",
            "metabolism",
            "interactions",
            "dose",
            "boxedWarning",
            "ferroptosisText",
            "note");

    private DrugSeed() {}

    public static List<DrugEntity> read(SeedFolder folder, SeedKeys keys) {
        Map<String, DrugEntity> drugs = new LinkedHashMap<>();
        Map<String, String> drugByMoiety = new HashMap<>();
        for (SeedRow row : folder.read("drugs.tsv", COLUMNS)) {
            DrugEntity drug = drug(row, keys);
            structure(row, drug);
            String twin = drug.moiety == null ? null : drugByMoiety.putIfAbsent(drug.moiety, drug.id);
            if (twin != null) {
                row.refuse("smiles", "is the active moiety of '" + twin + "'; a salt or code is its synonym", twin);
            }
            drugs.put(drug.id, drug);
        }
        DrugListingEntity.read(folder, keys, drugs);
        DrugTarget.read(folder, keys).forEach((drug, targets) -> {
            if (drugs.containsKey(drug)) {
                drugs.get(drug).targets.addAll(targets);
            }
        });
        Regulatory.read(folder, keys).forEach((drug, facts) -> {
            if (drugs.containsKey(drug)) {
                drugs.get(drug).regulatory.addAll(facts);
            }
        });
        drugs.values().forEach(drug -> drug.names.addAll(DrugName.of(drug.id, drug.name, drug.synonyms)));
        drugs.values().forEach(drug -> drug.listings.sort(Comparator.comparing(listing -> listing.id)));
        return List.copyOf(drugs.values());
    }

    private static DrugEntity drug(SeedRow row, SeedKeys keys) {
        DrugEntity drug = new DrugEntity();
        drug.id = row.newKey("id", keys.drugs());
        drug.name = row.required("name");
        drug.synonyms = row.set("synonyms");
        drug.identifiers = new DrugIdentifiers(
                shaped(row, "chembl", "CHEMBL[0-9]+"),
                shaped(row, "pubchem", "[0-9]+"),
                shaped(row, "drugbank", "DB[0-9]{5}"),
                shaped(row, "cas", "[0-9]+-[0-9]{2}-[0-9]"));
        drug.atc = row.set("atc");
        drug.smiles = row.text("smiles");
        drug.approval = row.oneOf("approval", Approval.class);
        drug.approvalText = row.text("approvalText");
        drug.patientUse = patientUse(row, drug.approval);
        drug.classes = row.keys("classes", keys.classes());
        drug.reachable = row.oneOf("reachable", Reachable.class);
        drug.exposureText = row.text("exposureText");
        drug.potencyText = row.text("potencyText");
        drug.toxicity = row.text("toxicity");
        drug.metabolism = row.text("metabolism");
        drug.interactions = row.text("interactions");
        drug.dose = row.text("dose");
        drug.boxedWarning = row.text("boxedWarning");
        drug.ferroptosisText = row.text("ferroptosisText");
        drug.note = row.text("note");
        return drug;
    }

    /** CDK reads every structure; the key a row states must be the structure's. */
    private static void structure(SeedRow row, DrugEntity drug) {
        String stated = row.text("inchiKey");
        if (drug.smiles == null) {
            if (stated != null) {
                row.refuse("inchiKey", "a key without its structure cannot be checked", "");
            }
            return;
        }
        try {
            Structure structure = Structure.of(drug.smiles);
            drug.inchiKey = structure.inchiKey();
            drug.moiety = structure.moiety();
            if (stated != null && !stated.equals(drug.inchiKey)) {
                row.refuse("inchiKey", "'" + stated + "' is not the key of the structure", drug.inchiKey);
            }
        } catch (IllegalArgumentException unreadable) {
            row.refuse("smiles", "CDK cannot read the structure: " + unreadable.getMessage(), "");
        }
    }

    private static PatientUse patientUse(SeedRow row, Approval approval) {
        PatientUse use = new PatientUse(row.truth("patientUse"), row.text("patientUseReason"));
        if (use.allowed() && approval == Approval.TOOL_COMPOUND) {
            row.refuse("patientUse", "a TOOL_COMPOUND is never an option for a patient", "NO");
        }
        if (!use.allowed() && use.reason() == null) {
            row.refuse("patientUseReason", "a drug no patient may be offered says why", "");
        }
        return use;
    }

    private static String shaped(SeedRow row, String column, String pattern) {
        return row.checked(column, cell -> cell.matches(pattern) ? null : "'" + cell + "' has not the form " + pattern);
    }
}
