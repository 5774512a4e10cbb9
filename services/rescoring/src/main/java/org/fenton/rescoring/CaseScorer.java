package org.fenton.rescoring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.fenton.core.id.Combination;
import org.fenton.core.id.GeneSymbol;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.Tumour;
import org.fenton.core.pathway.ExpressionProfile;
import org.fenton.core.pathway.Scale;
import org.fenton.core.ranking.DrugPairs;
import org.fenton.core.ranking.Prediction;
import org.fenton.core.ranking.Predictions;
import org.fenton.core.ranking.Ranker;
import org.fenton.core.ranking.Ranking;
import org.fenton.core.tumour.Activity;
import org.fenton.core.tumour.PathwayState;
import org.fenton.core.tumour.TumourCase;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.CaseDocument;
import org.fenton.documents.CaseReader;
import org.fenton.documents.Json;
import org.fenton.documents.PolicyReader;
import org.fenton.documents.RankingWriter;
import org.fenton.documents.ReleaseReader;
import org.fenton.learning.bundle.BundleException;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.learning.prediction.Candidate;
import org.fenton.learning.prediction.CaseState;
import org.fenton.learning.prediction.Predictor;
import org.fenton.learning.reference.PathwayNetworks;

/** Ranks one case in process with one release, bundle and policy; made once a JVM, used by many tasks. */
final class CaseScorer {
    private static final Map<Sources, CaseScorer> LOADED = new HashMap<>();

    private final Knowledge knowledge;
    private final ModelBundle bundle;
    private final Predictor predictor;
    private final Ranker ranker;
    private final String policyHash;

    /** Files that every executor can read; an empty policy is the shipped one. */
    record Sources(String release, String bundle, String policy) implements Serializable {}

    private CaseScorer(Knowledge knowledge, ModelBundle bundle, byte[] policy) {
        this.knowledge = knowledge;
        this.bundle = bundle;
        this.predictor = new Predictor(bundle);
        this.ranker = new Ranker(knowledge, PolicyReader.read(policy));
        this.policyHash = CanonicalJson.id(Json.parse(policy));
    }

    /** Loading takes seconds, so an executor keeps what it has loaded. */
    static synchronized CaseScorer load(Sources sources) throws IOException, BundleException {
        CaseScorer scorer = LOADED.get(sources);
        if (scorer == null) {
            byte[] policy = sources.policy().isEmpty() ? shipped() : Files.readAllBytes(Path.of(sources.policy()));
            try (InputStream lines = Files.newInputStream(Path.of(sources.release()))) {
                scorer = new CaseScorer(ReleaseReader.read(lines), ModelBundle.load(Path.of(sources.bundle())), policy);
            }
            LOADED.put(sources, scorer);
        }
        return scorer;
    }

    private static byte[] shipped() throws IOException {
        try (InputStream in = PolicyReader.class.getResourceAsStream("fenton-policy-1.json")) {
            return in.readAllBytes();
        }
    }

    /** What a ranking of this scorer is made from, besides the case. */
    RunContext context(int top) {
        return new RunContext(
                knowledge.releaseId(), bundle.id(), ranker.policy().id(), policyHash, top, Engine.hash());
    }

    CaseDocument read(byte[] caseJson) {
        return CaseReader.read(caseJson, knowledge);
    }

    /** The gateway's answer for the same case and length; its bytes are {@link RankingWriter#bytes}. */
    ObjectNode rank(CaseDocument document, int top) {
        PathwayState state =
                document.profile().map(this::infer).orElse(document.tumourCase().state());
        TumourCase tumourCase = document.with(state);
        Ranking ranking =
                ranker.under(ranker.policy().weighedBy(document.preferences())).rank(tumourCase, predict(tumourCase));
        return new RankingWriter(knowledge, top).tree(document, ranking, List.of());
    }

    private PathwayState infer(CaseDocument.Profile profile) {
        Map<GeneSymbol, Double> values = new HashMap<>();
        profile.genes().forEach((symbol, value) -> values.put(new GeneSymbol(symbol), value));
        ExpressionProfile given = ExpressionProfile.of("profile", profile.scale(), values);
        ExpressionProfile used = profile.scale() == Scale.LOG2 ? bundle.genes().standardise(given) : given;
        List<Activity> activities = bundle.networks().infer(used, PathwayNetworks.MIN_SIZE).stream()
                .map(inferred -> new Activity(
                        inferred.network(),
                        inferred.activity().source(),
                        inferred.activity().score(),
                        inferred.activity().pValue(),
                        OptionalInt.of(inferred.targetsMeasured()),
                        OptionalInt.of(inferred.targetsTotal())))
                .toList();
        Map<String, Double> genes = new TreeMap<>();
        used.genes().forEach(gene -> used.value(gene).ifPresent(value -> genes.put(gene.toString(), value)));
        return PathwayState.inferred(profile.scale(), activities, genes);
    }

    private Predictions predict(TumourCase tumourCase) {
        PathwayState state = tumourCase.state();
        Optional<String> tissue =
                tumourCase.oncotree().flatMap(knowledge::tumour).map(Tumour::tissue);
        CaseState caseState = CaseState.of(
                bundle,
                state.scale() == null ? Scale.ZSCORE : state.scale(),
                state.activities().stream()
                        .map(activity ->
                                new CaseState.Activity(activity.network(), activity.source(), activity.score()))
                        .toList(),
                tissue.filter(CaseState.oncotreeTissues()::contains));
        DrugPairs pairs = DrugPairs.of(ranker.candidates(tumourCase).combinations());
        List<Candidate.Drug> drugs =
                pairs.drugs().stream().map(id -> drug(knowledge.drug(id))).toList();
        List<org.fenton.learning.prediction.Prediction> answers = predictor.predict(caseState, drugs, pairs.places());
        Map<Combination, Prediction> predictions = new HashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            var prediction = answers.get(i);
            predictions.put(
                    pairs.combinations().get(i),
                    new Prediction(
                            prediction.probability().orElse(Double.NaN),
                            prediction.lower().orElse(Double.NaN),
                            prediction.upper().orElse(Double.NaN),
                            prediction.abstained(),
                            prediction.explanation()));
        }
        return new Predictions(
                bundle.id(),
                bundle.document().head().id(),
                bundle.document().training().baseRate(),
                predictions);
    }

    private static Candidate.Drug drug(Drug drug) {
        return new Candidate.Drug(
                drug.id(),
                Optional.of(drug.smiles()).filter(smiles -> !smiles.isEmpty()),
                Optional.of(drug.uncontestedNodes()).filter(nodes -> !nodes.isEmpty()));
    }
}
