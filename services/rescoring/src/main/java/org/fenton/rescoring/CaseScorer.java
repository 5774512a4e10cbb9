package org.fenton.rescoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.ranking.Ranker;
import org.fenton.core.ranking.Ranking;
import org.fenton.core.tumour.PathwayState;
import org.fenton.core.tumour.TumourCase;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.CaseDocument;
import org.fenton.documents.CaseReader;
import org.fenton.documents.Json;
import org.fenton.documents.PolicyReader;
import org.fenton.documents.RankingWriter;
import org.fenton.documents.ReleaseReader;
import org.fenton.documents.intake.PacketCase;
import org.fenton.documents.intake.Packets;
import org.fenton.learning.bundle.BundleException;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.learning.prediction.CasePredictions;

/** Ranks one case in process with one release, bundle and policy; made once a JVM, used by many tasks. */
final class CaseScorer {
    private static final Map<Sources, CaseScorer> LOADED = new HashMap<>();

    private final Knowledge knowledge;
    private final ModelBundle bundle;
    private final CasePredictions predictions;
    private final Ranker ranker;
    private final String policyHash;

    /** Files that every executor can read; an empty policy is the shipped one. */
    record Sources(String release, String bundle, String policy) implements Serializable {}

    private CaseScorer(Knowledge knowledge, ModelBundle bundle, byte[] policy) {
        this.knowledge = knowledge;
        this.bundle = bundle;
        this.predictions = new CasePredictions(knowledge, bundle);
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

    /** The flat table of a ranking of this scorer. */
    String table(CaseDocument document, Ranked ranked, int top) {
        return new CandidateRows(knowledge, top).of(document, ranked.ranking);
    }

    /** What a ranking of this scorer is made from, besides the case. */
    RunContext context(int top) {
        return new RunContext(
                knowledge.releaseId(), bundle.id(), ranker.policy().id(), policyHash, top, Engine.hash());
    }

    /** A case, or a Phenopacket read as one. */
    CaseDocument read(byte[] json) {
        return Packets.mayBe(json)
                ? PacketCase.read(json, knowledge, ranker.policy())
                : CaseReader.read(json, knowledge, ranker.policy());
    }

    /** @param answer the gateway's bytes for the same case and length */
    record Ranked(Ranking ranking, byte[] answer) {}

    Ranked rank(CaseDocument document, int top) {
        PathwayState state = document.profile()
                .map(profile -> predictions.infer(profile, ranker.genes()))
                .orElse(document.tumourCase().state());
        TumourCase tumourCase = document.with(state);
        Ranking ranking = ranker.under(ranker.policy().weighedBy(document.preferences()))
                .rank(tumourCase, predictions.predict(ranker, tumourCase));
        return new Ranked(ranking, new RankingWriter(knowledge, top).write(document, ranking));
    }
}
