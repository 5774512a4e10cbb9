package org.fenton.learning.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.fenton.core.pathway.Scale;
import org.fenton.learning.bundle.BundleException;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.learning.bundle.ModelCard;
import org.fenton.learning.features.BiologicalState;
import org.fenton.learning.features.DrugDescription;
import org.fenton.learning.structure.StructureReader;
import org.fenton.learning.training.Trainer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;

/** The shipped bundle, as every program that loads it must see it. */
class CommittedBundleTest {
    private static final Path BUNDLE = Path.of("../../bundles/zip-1");
    private static final Path GOLDEN = Path.of("../../bundles/zip-1.golden.tsv");
    private static final String HEADER = "bundle\ttissue\tmapk\tdrugs\tprobability\tlower\tupper\tdistance\tnotes";

    private static final Map<String, Candidate.Drug> DRUGS = Map.of(
            "erlotinib", drug("erlotinib", "COCCOc1cc2ncnc(Nc3cccc(c3)C#C)c2cc1OCCOC", Set.of("EGFR")),
            "doxorubicin",
                    drug(
                            "doxorubicin",
                            "COc1cccc2C(=O)c3c(O)c4CC(O)(CC(OC5CC(N)C(O)C(C)O5)c4c(O)c3C(=O)c12)C(=O)CO",
                            Set.of("TOP2A")),
            "ruxolitinib", drug("ruxolitinib", "N#CCC(C1CCCC1)n1cc(cn1)-c1ncnc2[nH]ccc12", Set.of("JAK1", "JAK2")),
            "fluorouracil", drug("fluorouracil", "O=c1[nH]cc(F)c(=O)[nH]1", Set.of("TYMS")),
            "ethanol", drug("ethanol", "CCO", Set.of()),
            "unknown", new Candidate.Drug("unknown", Optional.empty(), Optional.empty()));

    private static ModelBundle bundle;

    private static Candidate.Drug drug(String id, String smiles, Set<String> targets) {
        return new Candidate.Drug(id, Optional.of(smiles), Optional.of(targets));
    }

    @BeforeAll
    static void load() throws BundleException {
        bundle = ModelBundle.load(BUNDLE);
    }

    /** After a new bundle, {@code -Dgolden.write=true} writes the file anew. */
    @Test
    void predictsTheGoldenFileToTheLastBit() throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (String tissue : List.of("Lung", "Bowel", "Lymphoid", "")) {
            for (String mapk : List.of("", "-3.5", "4.25")) {
                addCase(lines, tissue, mapk);
            }
        }
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(GOLDEN, String.join("\n", lines) + "\n");
        }
        assertEquals(Files.readAllLines(GOLDEN), lines);
    }

    private static void addCase(List<String> lines, String tissue, String mapk) {
        List<CaseState.Activity> activities = mapk.isEmpty()
                ? List.of()
                : List.of(new CaseState.Activity("progeny", "MAPK", Double.parseDouble(mapk)));
        CaseState state =
                CaseState.of(bundle, Scale.LOG2, activities, Optional.of(tissue).filter(t -> !t.isEmpty()));
        for (Prediction p : new Predictor(bundle).predict(state, pairs())) {
            lines.add(String.join(
                    "\t",
                    bundle.id(),
                    tissue,
                    mapk,
                    p.id(),
                    number(p.probability()),
                    number(p.lower()),
                    number(p.upper()),
                    number(p.distance()),
                    p.notes().stream().map(Note::name).collect(Collectors.joining(","))));
        }
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? Double.toString(value.getAsDouble()) : "NA";
    }

    private static List<Candidate> pairs() {
        List<String> names = DRUGS.keySet().stream().sorted().toList();
        List<Candidate> pairs = new ArrayList<>();
        for (int a = 0; a < names.size(); a++) {
            for (int b = a + 1; b < names.size(); b++) {
                pairs.add(new Candidate(
                        names.get(a) + "+" + names.get(b), List.of(DRUGS.get(names.get(a)), DRUGS.get(names.get(b)))));
            }
        }
        return pairs;
    }

    /** Tribuo's own file, whose provenance was neutralised, still loads and agrees with the flat trees that serve. */
    @Test
    void tribuosModelInTheBundleGivesTheSameProbabilities() throws IOException {
        Model<Label> tribuo =
                Model.deserializeFromFile(BUNDLE.resolve("model.tribuo.pb")).castModel(Label.class);
        List<String> names = bundle.features().schema().names();
        StructureReader structures = new StructureReader();
        BiologicalState state = new BiologicalState(Map.of("MAPK", 1.0, "JAK-STAT", -2.0), Optional.of("Skin"));
        for (Candidate pair : pairs()) {
            List<DrugDescription> drugs = pair.drugs().stream()
                    .map(d -> new DrugDescription(d.smiles().map(structures::read), d.targets()))
                    .toList();
            double[] vector = bundle.features().vector(state, drugs.get(0), drugs.get(1));
            ArrayExample<Label> example = new ArrayExample<>(new Label(Trainer.SYNERGY));
            for (int i = 0; i < vector.length; i++) {
                if (!Double.isNaN(vector[i])) {
                    example.add(names.get(i), vector[i]);
                }
            }
            double expected = tribuo.predict(example)
                    .getOutputScores()
                    .get(Trainer.SYNERGY)
                    .getScore();
            assertEquals(expected, bundle.model().probability(vector), 1e-6, pair.id());
        }
    }

    @Test
    void aContrastHasNoPathwayFeaturesWhateverItsActivities() {
        CaseState contrast = CaseState.of(
                bundle, Scale.CONTRAST, List.of(new CaseState.Activity("progeny", "MAPK", 9)), Optional.of("Lung"));
        assertEquals(Map.of(), contrast.state().pathways());
        assertEquals(List.of(Note.PATHWAYS_MISSING_CONTRAST), contrast.notes());
    }

    @Test
    void aProfileMovesThePredictionAndAnUnknownPathwayDoesNot() {
        assertEquals(
                Set.of("MAPK"),
                CaseState.of(
                                bundle,
                                Scale.ZSCORE,
                                List.of(
                                        new CaseState.Activity("progeny", "MAPK", 3),
                                        new CaseState.Activity("progeny", "VEGF", 3),
                                        new CaseState.Activity("collectri", "STAT3", 3)),
                                Optional.empty())
                        .state()
                        .pathways()
                        .keySet());
    }

    /** What a predictor keeps of candidates is of those candidates: other lists, orders and cases in between change nothing. */
    @Test
    void whatWasAskedBeforeChangesNoAnswer() {
        List<List<Candidate>> lists = new ArrayList<>();
        for (int skipped = 0; skipped < 6; skipped++) {
            List<Candidate> list = new ArrayList<>(pairs());
            list.remove(skipped);
            Collections.rotate(list, skipped);
            lists.add(list);
        }
        List<Candidate> many = new ArrayList<>();
        while (many.size() < 4200) {
            many.addAll(pairs());
        }
        lists.add(many);
        Predictor kept = new Predictor(bundle);
        for (double mapk : new double[] {-2, 3}) {
            CaseState state = CaseState.of(
                    bundle, Scale.LOG2, List.of(new CaseState.Activity("progeny", "MAPK", mapk)), Optional.of("Lung"));
            for (List<Candidate> list : lists) {
                assertEquals(new Predictor(bundle).predict(state, list), kept.predict(state, list));
            }
        }
    }

    @Test
    void aCandidateOfThreeDrugsIsRefusedByItsName() {
        Candidate.Drug drug = DRUGS.get("ethanol");
        Candidate three = new Candidate("all three", List.of(drug, drug, drug));
        CaseState state = CaseState.of(bundle, Scale.CONTRAST, List.of(), Optional.empty());
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> new Predictor(bundle).predict(state, List.of(three)));
        assertTrue(String.valueOf(refused.getMessage()).contains("all three has 3 drugs"), refused.getMessage());
    }

    /** {@code -Dgolden.update=true} writes both anew. */
    @Test
    void theCardInTheDocsAndItsPictureAreTheBundles(@TempDir Path folder) throws IOException {
        Path docs = Path.of("../../docs");
        if (Boolean.getBoolean("golden.update")) {
            ModelCard.of(bundle).write(docs.resolve("model-card.md"));
        }
        ModelCard.of(bundle).write(folder.resolve("model-card.md"));
        for (String file : List.of("model-card.md", "images/zip-1-reliability.svg")) {
            assertEquals(Files.readString(docs.resolve(file)), Files.readString(folder.resolve(file)), file);
        }
    }
}
