package org.fenton.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.fenton.core.knowledge.CloseNames;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.Scope;
import org.fenton.core.ranking.Preferences;
import org.fenton.core.ranking.RankingPolicy;
import org.fenton.core.tumour.Goal;
import org.fenton.core.tumour.LabUnits;
import org.fenton.core.tumour.PathwayState;
import org.fenton.core.tumour.Patient;
import org.fenton.core.tumour.TumourCase;

/** Reads a case file strictly against one release: unknown fields, codes, drugs and units are refused with their place. */
public final class CaseReader {
    public static final String FORMAT = "fenton-case/1";
    private static final int LONGEST_MONTHS = 1200;

    /** RECIST: complete or partial response, stable or progressive disease. */
    private enum BestResponse {
        CR,
        PR,
        SD,
        PD
    }

    private enum Sex {
        FEMALE,
        MALE,
        OTHER,
        UNKNOWN
    }

    private final Knowledge knowledge;
    private final RankingPolicy policy;
    private final List<DocumentException.Problem> problems = new ArrayList<>();

    private CaseReader(Knowledge knowledge, RankingPolicy policy) {
        this.knowledge = knowledge;
        this.policy = policy;
    }

    /**
     * @param policy whose goals a case may ask for and whose terms its preferences may re-weigh
     * @throws DocumentException with every problem of the document
     */
    public static CaseDocument read(byte[] utf8, Knowledge knowledge, RankingPolicy policy) {
        JsonNode root = Json.parse(utf8);
        return new CaseReader(knowledge, policy).read(root);
    }

    private CaseDocument read(JsonNode root) {
        Strict document = new Strict(root, "", problems);
        stopOnProblems();
        document.allow(
                "format",
                "label",
                "goal",
                "oncotree",
                "scope",
                "resistance",
                "medications",
                "priorMedications",
                "immunotherapy",
                "alterations",
                "ageYears",
                "sex",
                "pregnant",
                "lactating",
                "labs",
                "history",
                "organs",
                "genotypes",
                "profile",
                "reported",
                "preferences",
                "provenance");
        if (!isFinite(root)) {
            tellNotFinite(root, "");
        }
        String format = document.required("format");
        if (!format.isEmpty() && !format.equals(FORMAT)) {
            document.problem("/format", "'" + format + "' is not known", FORMAT);
        }
        Optional<String> oncotree = oncotree(document);
        Optional<String> scope = tissueScope(document);
        if (document.has("oncotree") == document.has("scope")) {
            document.problem(
                    "/oncotree",
                    "give either an OncoTree code (a tumour) or a tissue scope, not "
                            + (oncotree.isPresent() ? "both" : "neither"),
                    "for example \"oncotree\": \"LUAD\"");
        }
        Goal goal = goal(document).orElse(scope.isPresent() ? Goal.INHIBIT : Goal.INDUCE);
        StateReader states = new StateReader(document);
        PathwayState state = states.reported();
        Optional<CaseDocument.Profile> profile = states.profile();
        Optional<String> failed = failedDrug(document);
        Patient patient = patient(document);
        Preferences preferences = new PreferenceReader(document, policy.terms()).read();
        List<TumourCase.Alteration> alterations = alterations(document);
        boolean kept =
                failed.isPresent() && document.object("resistance").flag("kept").orElse(false);
        String label = label(document);
        stopOnProblems();
        TumourCase tumourCase = new TumourCase(label, goal, oncotree, scope, failed, alterations, patient, state, kept);
        byte[] canonical = CanonicalJson.bytes(withoutNames(root, profile));
        return new CaseDocument(CanonicalJson.sha256Id(canonical), canonical, tumourCase, profile, preferences);
    }

    /** A goal of the policy whose process this release knows. */
    private Optional<Goal> goal(Strict document) {
        Optional<Goal> goal = document.oneOf("goal", policy.goals(), Goal::name);
        goal.filter(asked -> !asked.isOfFerroptosis() && !knowledge.nodes().contains(asked.process()))
                .ifPresent(asked -> document.problem(
                        "/goal",
                        asked + " asks about '" + asked.process() + "', which is no node of this release",
                        "publish the facts of the pack that the policy belongs to"));
        return goal;
    }

    /** A blank label is none. */
    private static String label(Strict document) {
        boolean blank = document.has("label")
                && document.raw().get("label").isTextual()
                && document.raw().get("label").textValue().isBlank();
        return blank ? "" : document.text("label").orElse("");
    }

    /** The case without what only names it: what is kept of it by default, and what its id is the hash of. */
    private static ObjectNode withoutNames(JsonNode root, Optional<CaseDocument.Profile> profile) {
        ObjectNode bare = copy(root);
        bare.remove(List.of("label", "provenance"));
        profile.ifPresent(measured ->
                bare.set("profile", copy(root.get("profile")).set("genes", new WrittenObject(measured.genesJson()))));
        return bare;
    }

    /** The parts are shared with the original: a profile has thousands. */
    private static ObjectNode copy(JsonNode object) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        copy.setAll((ObjectNode) object);
        return copy;
    }

    /** A number too large for a double has no canonical form, wherever it stands. */
    private static boolean isFinite(JsonNode node) {
        if (node.isNumber()) {
            return Double.isFinite(node.doubleValue());
        }
        for (JsonNode child : node) {
            if (!isFinite(child)) {
                return false;
            }
        }
        return true;
    }

    private void tellNotFinite(JsonNode node, String pointer) {
        if (node.isNumber() && !Double.isFinite(node.doubleValue())) {
            problems.add(new DocumentException.Problem(pointer, "a finite number is expected", ""));
        } else if (node.isObject()) {
            node.properties().forEach(member -> tellNotFinite(member.getValue(), pointer + "/" + member.getKey()));
        } else {
            for (int i = 0; i < node.size(); i++) {
                tellNotFinite(node.get(i), pointer + "/" + i);
            }
        }
    }

    private void stopOnProblems() {
        if (!problems.isEmpty()) {
            throw new DocumentException(problems);
        }
    }

    private Optional<String> oncotree(Strict document) {
        Optional<String> code = document.text("oncotree");
        if (code.isPresent() && knowledge.tumour(code.get()).isEmpty()) {
            document.problem(
                    "/oncotree",
                    "'" + code.get() + "' is no OncoTree code of this release",
                    meant(CloseNames.of(code.get(), knowledge.tumourCodes())));
        }
        return code;
    }

    private Optional<String> tissueScope(Strict document) {
        Optional<String> scope = document.text("scope");
        Set<String> tissues = new TreeSet<>();
        knowledge.scopes().stream()
                .filter(known -> known.kind() == Scope.Kind.TISSUE)
                .forEach(known -> tissues.add(known.id()));
        if (scope.isPresent() && !tissues.contains(scope.get())) {
            List<String> close = CloseNames.of(scope.get(), tissues);
            document.problem(
                    "/scope",
                    "'" + scope.get() + "' is no tissue scope of this release",
                    close.isEmpty() ? "known: " + String.join(", ", tissues) : meant(close));
        }
        return scope;
    }

    private Optional<String> failedDrug(Strict document) {
        if (!document.has("resistance")) {
            return Optional.empty();
        }
        Strict resistance = document.object("resistance");
        resistance.allow("drug", "lineOfTherapy", "durationMonths", "bestResponse", "kept");
        OptionalDouble line = resistance.number("lineOfTherapy");
        if (line.isPresent() && (line.getAsDouble() < 1 || line.getAsDouble() != Math.rint(line.getAsDouble()))) {
            resistance.problem("/lineOfTherapy", "a line of therapy is 1, 2, 3 …, not " + line.getAsDouble(), "");
        }
        OptionalDouble months = resistance.number("durationMonths");
        if (months.isPresent() && (months.getAsDouble() < 0 || months.getAsDouble() > LONGEST_MONTHS)) {
            resistance.problem("/durationMonths", "a time in months is expected, not " + months.getAsDouble(), "");
        }
        resistance.constant("bestResponse", BestResponse.class);
        resistance.flag("kept");
        String drug = resistance.required("drug");
        if (!drug.isEmpty() && knowledge.findDrug(drug).isEmpty() && !namedByResistance(drug)) {
            resistance.problem(
                    "/drug", "'" + drug + "' is no drug of this release", meant(knowledge.closeDrugNames(drug)));
        }
        return Optional.of(drug);
    }

    private boolean namedByResistance(String drug) {
        return knowledge.resistance().stream()
                .anyMatch(row -> row.drugs().stream().anyMatch(name -> name.equalsIgnoreCase(drug)));
    }

    private Patient patient(Strict document) {
        OptionalDouble age = document.number("ageYears");
        if (age.isPresent() && (age.getAsDouble() < 0 || age.getAsDouble() > 130)) {
            document.problem("/ageYears", "an age in years is expected, not " + age.getAsDouble(), "");
        }
        document.texts("priorMedications");
        Optional<Boolean> pregnant = document.flag("pregnant");
        if (document.constant("sex", Sex.class).filter(Sex.MALE::equals).isPresent() && pregnant.orElse(false)) {
            document.problem("/pregnant", "true contradicts /sex male", "");
        }
        return new Patient(
                age,
                pregnant,
                document.flag("lactating"),
                document.texts("medications"),
                document.constant("immunotherapy", Patient.Immunotherapy.class),
                document.objects("labs", this::lab),
                document.texts("history"),
                document.texts("organs"),
                document.objects("genotypes", (genotype, place) -> {
                    genotype.allow("gene", "phenotype");
                    return Optional.of(new Patient.Genotype(genotype.required("gene"), genotype.required("phenotype")));
                }));
    }

    private Optional<Patient.Lab> lab(Strict lab, String place) {
        lab.allow("name", "value", "unit");
        String name = lab.required("name");
        String unit = lab.required("unit");
        OptionalDouble value = lab.number("value");
        String expected = LabUnits.unitOf(name).orElse(null);
        if (!name.isEmpty() && expected == null) {
            List<String> close = CloseNames.of(name, LabUnits.names());
            lab.problem(
                    "/name",
                    "'" + name + "' is no known laboratory value",
                    close.isEmpty() ? "known: " + String.join(", ", LabUnits.names()) : meant(close));
        } else if (expected != null && !unit.isEmpty() && !unit.equals(expected)) {
            lab.problem("/unit", "'" + unit + "' is not the unit of " + name, "UCUM " + expected);
        }
        if (value.isEmpty()) {
            if (!lab.has("value")) {
                lab.problem("/value", "is missing", "leave the lab out when it is not known");
            }
            return Optional.empty();
        }
        if (value.getAsDouble() < 0) {
            lab.problem("/value", "a value that is not negative is expected", "");
        }
        return Optional.of(new Patient.Lab(name, value.getAsDouble(), unit));
    }

    private List<TumourCase.Alteration> alterations(Strict document) {
        return document.objects("alterations", (alteration, place) -> {
            alteration.allow("gene", "effect");
            String gene = alteration.required("gene");
            if (!alteration.has("effect")) {
                alteration.problem("/effect", "is missing", "LOSS or GAIN");
            }
            return alteration
                    .constant("effect", TumourCase.AlterationEffect.class)
                    .map(effect -> new TumourCase.Alteration(gene, effect));
        });
    }

    private static String meant(List<String> close) {
        return close.isEmpty() ? "" : "did you mean " + String.join(", ", close) + "?";
    }
}
