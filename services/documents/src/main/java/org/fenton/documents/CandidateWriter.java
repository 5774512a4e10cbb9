package org.fenton.documents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.mechanism.EffectPath;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.ranking.Term;
import org.fenton.core.ranking.UnknownTerm;
import org.fenton.core.safety.Finding;

/** The candidates of one answer. They share the drugs' findings and paths: each is made once. */
final class CandidateWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Knowledge knowledge;
    private final Map<Finding, ObjectNode> findings = new IdentityHashMap<>();
    private final Map<EffectPath, ObjectNode> paths = new IdentityHashMap<>();

    CandidateWriter(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** Repeated, for an answer is written twice: as it is given and, without the case's label, as it is kept. */
    ObjectNode write(RankedCandidate candidate) {
        ObjectNode node = new RepeatedObject();
        node.put("combination", candidate.combination().toString());
        ArrayNode drugs = node.putArray("drugs");
        for (String id : candidate.combination().drugs()) {
            Drug drug = knowledge.drug(id);
            drugs.addObject()
                    .put("id", id)
                    .put("name", drug.name())
                    .put("approval", drug.approval().name());
        }
        node.put("lane", candidate.lane().name());
        node.put("outlook", candidate.outlook().name());
        candidate.abstention().ifPresent(why -> node.putObject("abstention")
                .put("code", why.name())
                .put("reason", why.words()));
        node.put("rank", candidate.rank());
        node.put("band", candidate.band());
        node.put("score", candidate.score());
        node.put("lower", candidate.lower());
        node.put("upper", candidate.upper());
        ArrayNode terms = node.putArray("terms");
        candidate.ledger().terms().forEach(term -> terms.add(term(term)));
        ArrayNode unknown = node.putArray("unknown");
        candidate.ledger().unknown().forEach(term -> unknown.add(unknown(term)));
        node.set("mechanism", mechanism(candidate));
        ArrayNode safety = node.putArray("safety");
        candidate.safety().forEach(finding -> safety.add(findings.computeIfAbsent(finding, CandidateWriter::finding)));
        node.set("reasons", RankingWriter.texts(candidate.reasons()));
        node.set("against", RankingWriter.texts(candidate.against()));
        return node;
    }

    private static ObjectNode term(Term term) {
        ObjectNode node = NODES.objectNode();
        node.put("name", term.kind().label());
        node.put("value", term.value());
        node.put("weight", term.weight());
        node.put("contribution", term.contribution());
        node.put("doubt", term.doubt());
        node.put("comment", term.comment());
        node.set("sources", RankingWriter.texts(term.sources()));
        return node;
    }

    private static ObjectNode unknown(UnknownTerm term) {
        return NODES.objectNode()
                .put("name", term.kind().label())
                .put("doubt", term.doubt())
                .put("reason", term.reason());
    }

    private ObjectNode mechanism(RankedCandidate candidate) {
        ObjectNode node = NODES.objectNode();
        node.put("direction", candidate.effect().direction().name());
        node.put("promoting", candidate.effect().promoting());
        node.put("inhibiting", candidate.effect().inhibiting());
        node.put("conflictIndex", candidate.effect().conflictIndex());
        node.put("promotingStudies", candidate.effect().studies(1).size());
        node.put("inhibitingStudies", candidate.effect().studies(-1).size());
        node.set("promotingPaths", paths(candidate.effect().promotingPaths()));
        node.set("inhibitingPaths", paths(candidate.effect().inhibitingPaths()));
        return node;
    }

    private ArrayNode paths(List<EffectPath> all) {
        ArrayNode array = NODES.arrayNode();
        all.forEach(path -> array.add(paths.computeIfAbsent(path, CandidateWriter::path)));
        return array;
    }

    private static ObjectNode path(EffectPath path) {
        ObjectNode node = new RepeatedObject();
        node.put("arm", path.arm());
        node.put("path", path.text());
        node.put("match", path.match().name());
        node.put("potency", path.potency());
        node.put("activity", path.activity());
        node.put("activityBasis", path.activityBasis());
        node.put("strength", path.strength());
        node.set("edges", RankingWriter.texts(path.edges()));
        node.set("studies", RankingWriter.texts(path.studies()));
        return node;
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode node = new RepeatedObject();
        node.put("rule", finding.rule().id());
        node.put("drug", finding.drug());
        node.put("state", finding.verdict().state().name());
        node.put("action", finding.rule().action().name());
        node.put("severity", finding.rule().severity());
        node.put("trigger", finding.rule().trigger());
        node.put("threshold", finding.rule().threshold());
        node.put("advice", finding.rule().actionText());
        if (finding.unknown()) {
            node.set("notGiven", RankingWriter.texts(finding.verdict().missing()));
        }
        return node;
    }
}
