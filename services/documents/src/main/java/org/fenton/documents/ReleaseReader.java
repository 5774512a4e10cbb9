package org.fenton.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
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

/** Reads a catalog release (JSON lines, see docs/data.md) into {@link Knowledge}; the hash of the bytes is its id. */
public final class ReleaseReader {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final List<Drug> drugs = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<DiseaseContext> contexts = new ArrayList<>();
    private final List<ResistanceMechanism> resistance = new ArrayList<>();
    private final List<KnownCombination> combinations = new ArrayList<>();
    private final List<SafetyRule> rules = new ArrayList<>();
    private final List<Scope> scopes = new ArrayList<>();
    private final List<Tumour> tumours = new ArrayList<>();
    private final Map<String, String> classParents = new HashMap<>();
    private final Map<String, Set<String>> interactions = new HashMap<>();
    private final Map<String, Set<String>> complexes = new HashMap<>();
    private final StudyNames studyNames = new StudyNames();

    private ReleaseReader() {}

    /** @throws DocumentException naming the line that cannot be read */
    public static Knowledge read(InputStream lines) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        lines.transferTo(copy);
        byte[] bytes = copy.toByteArray();
        ReleaseReader reader = new ReleaseReader();
        List<Fields> read = new ArrayList<>();
        int number = 0;
        try (var text = new java.io.BufferedReader(
                new java.io.InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8))) {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                number++;
                Fields fields = new Fields(MAPPER.readTree(line));
                reader.learn(fields);
                read.add(fields);
            }
            number = 0;
            for (Fields fields : read) {
                number++;
                reader.add(fields);
            }
        } catch (JsonProcessingException | IllegalArgumentException problem) {
            throw new DocumentException(
                    List.of(new DocumentException.Problem("line " + number, problem.getMessage(), "")));
        }
        return new Knowledge(CanonicalJson.sha256Id(bytes), reader.parts());
    }

    private Knowledge.Parts parts() {
        return new Knowledge.Parts(
                drugs,
                edges,
                contexts,
                resistance,
                combinations,
                rules,
                scopes,
                tumours,
                classParents,
                interactions,
                complexes);
    }

    private void learn(Fields line) {
        if (Set.of("edge", "resistance", "combination").contains(line.text("type"))) {
            studyNames.learn(line.texts("studies"));
        }
    }

    private List<String> studies(Fields line) {
        return studyNames.distinct(line.texts("studies"));
    }

    /** Lines of a type that ranking does not need (sources, claims) are passed over. */
    private void add(Fields line) {
        switch (line.text("type")) {
            case "drug" -> drugs.add(drug(line));
            case "edge" -> edges.add(edge(line));
            case "context" -> contexts.add(context(line));
            case "resistance" -> resistance.add(resistance(line));
            case "combination" -> combinations.add(combination(line));
            case "rule" -> rules.add(rule(line));
            case "scope" ->
                scopes.add(new Scope(
                        line.text("id"),
                        line.text("name"),
                        line.constant("kind", Scope.Kind.class),
                        line.set("oncotree")));
            case "tumour" ->
                tumours.add(new Tumour(line.text("id"), line.text("name"), line.text("parent"), line.text("tissue")));
            case "class" -> {
                if (!line.text("parent").isEmpty()) {
                    classParents.put(line.text("id"), line.text("parent"));
                }
            }
            case "interaction" -> interactions.put(line.text("id"), line.set("drugs"));
            case "node" -> {
                if (!line.texts("members").isEmpty()) {
                    complexes.put(line.text("id"), line.set("members"));
                }
            }
            default -> {}
        }
    }

    private Drug drug(Fields line) {
        return new Drug(
                line.text("id"),
                line.text("name"),
                line.texts("synonyms"),
                line.strings("identifiers"),
                line.text("smiles"),
                line.constant("approval", Drug.Approval.class),
                new Drug.PatientUse(
                        line.object("patientUse").flag("allowed"),
                        line.object("patientUse").text("reason")),
                line.set("classes"),
                line.objects("listings").stream().map(this::listing).toList(),
                line.objects("targets").stream().map(ReleaseReader::target).toList(),
                line.object("exposure").constant("reachable", Drug.Reachable.class),
                texts(line));
    }

    private static Map<String, String> texts(Fields line) {
        Map<String, String> texts = new HashMap<>(line.some(
                "approvalText",
                "potencyText",
                "toxicity",
                "metabolism",
                "interactions",
                "dose",
                "boxedWarning",
                "ferroptosisText",
                "note"));
        String exposure = line.object("exposure").text("text");
        if (!exposure.isEmpty()) {
            texts.put("exposure", exposure);
        }
        return texts;
    }

    private Listing listing(Fields line) {
        return new Listing(
                line.constant("kind", Listing.Kind.class),
                line.text("row"),
                line.text("className"),
                line.constant("state", Listing.State.class),
                line.text("mechanism"),
                line.text("caveat"),
                studies(line),
                line.texts("sources"));
    }

    private static DrugTarget target(Fields line) {
        return new DrugTarget(
                line.text("node"),
                line.constant("effect", DrugTarget.Effect.class),
                line.constant("directness", DrugTarget.Directness.class),
                line.flag("contested"),
                line.node("potencyNanomolar").isNumber()
                        ? OptionalDouble.of(line.node("potencyNanomolar").doubleValue())
                        : OptionalDouble.empty(),
                line.text("assay"),
                line.joined("source"));
    }

    private Edge edge(Fields line) {
        return new Edge(
                line.text("id"),
                line.texts("from"),
                line.texts("to"),
                switch (line.text("sign")) {
                    case "+" -> Edge.Sign.PLUS;
                    case "-" -> Edge.Sign.MINUS;
                    default -> Edge.Sign.UNKNOWN;
                },
                line.set("scopes"),
                line.constant("level", EvidenceLevel.class),
                studies(line),
                line.text("confidence"),
                line.text("mechanism"),
                line.text("contextText"),
                line.text("note"),
                line.flag("inferredModel"),
                line.joined("source"));
    }

    private DiseaseContext context(Fields line) {
        return new DiseaseContext(
                line.text("id"),
                line.text("disease"),
                line.text("scope"),
                line.set("oncotree"),
                line.text("goal"),
                line.objects("arms").stream()
                        .map(arm -> new DiseaseContext.Arm(
                                arm.text("node"), arm.constant("effect", DiseaseContext.ArmEffect.class)))
                        .toList(),
                line.text("broadJakInhibition"),
                line.text("verdict"),
                line.text("verdictText"),
                studies(line),
                line.text("confidence"),
                line.text("conflict"));
    }

    private ResistanceMechanism resistance(Fields line) {
        return new ResistanceMechanism(
                line.text("id"),
                line.texts("drugs"),
                line.set("drugClasses"),
                line.set("scopes"),
                line.text("diseaseText"),
                line.text("mechanism"),
                line.objects("markers").stream()
                        .map(marker -> new ResistanceMechanism.Marker(
                                marker.text("node"), marker.constant("direction", ResistanceMechanism.Direction.class)))
                        .toList(),
                line.text("jakStatLink"),
                line.texts("liabilities"),
                line.set("partnerClasses"),
                line.text("caution"),
                studies(line),
                line.text("confidence"),
                line.text("basis"),
                line.joined("source"));
    }

    private KnownCombination combination(Fields line) {
        return new KnownCombination(
                line.text("id"),
                line.objects("agents").stream()
                        .map(agent -> new KnownCombination.Agent(agent.text("text"), agent.texts("drugs")))
                        .toList(),
                line.set("scopes"),
                line.text("modelText"),
                line.constant("ferroptosis", KnownCombination.FerroptosisReadout.class),
                line.constant("outcome", KnownCombination.Outcome.class),
                line.text("outcomeText"),
                line.constant("level", EvidenceLevel.class),
                studies(line),
                line.text("confidence"),
                line.joined("source"),
                line.text("note"));
    }

    private static SafetyRule rule(Fields line) {
        return new SafetyRule(
                line.text("id"),
                line.text("category"),
                line.object("appliesTo").set("drugs"),
                line.object("appliesTo").set("classes"),
                line.text("trigger"),
                line.text("threshold"),
                line.text("condition"),
                line.constant("action", SafetyRule.Action.class),
                line.text("actionText"),
                line.text("severity"),
                line.text("rationale"),
                line.text("confidence"),
                line.joined("source"));
    }
}
