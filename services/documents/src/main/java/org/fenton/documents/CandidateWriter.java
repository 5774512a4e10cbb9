package org.fenton.documents;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.mechanism.EffectPath;
import org.fenton.core.ranking.RankedCandidate;
import org.fenton.core.ranking.Term;
import org.fenton.core.ranking.UnknownTerm;
import org.fenton.core.safety.Finding;

/** The candidates of one answer. They share the drugs' findings and paths: each is written once and then copied. */
final class CandidateWriter {
    private final Knowledge knowledge;
    private final Map<String, byte[]> drugs = new HashMap<>();
    private final Map<Finding, byte[]> findings = new IdentityHashMap<>();
    private final Map<EffectPath, byte[]> paths = new IdentityHashMap<>();

    CandidateWriter(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    void write(RankedCandidate candidate, CanonicalWriter out) {
        out.open();
        candidate.abstention().ifPresent(why -> out.name("abstention")
                .open()
                .member("code", why.name())
                .member("reason", why.words())
                .close());
        out.member("against", candidate.against());
        out.member("band", candidate.band());
        out.member("combination", candidate.combination().toString());
        array("drugs", candidate.combination().drugs(), drugs, this::drug, out);
        out.member("lane", candidate.lane().name());
        out.member("lower", candidate.lower());
        mechanism(candidate, out);
        out.member("outlook", candidate.outlook().name());
        out.member("rank", candidate.rank());
        out.member("reasons", candidate.reasons());
        array("safety", candidate.safety(), findings, CandidateWriter::finding, out);
        out.member("score", candidate.score());
        out.name("terms").openArray();
        candidate.ledger().terms().forEach(term -> term(term, out.element()));
        out.closeArray().name("unknown").openArray();
        candidate.ledger().unknown().forEach(term -> unknown(term, out.element()));
        out.closeArray().member("upper", candidate.upper()).close();
    }

    private static <T> void array(
            String name, List<T> all, Map<T, byte[]> known, BiConsumer<T, CanonicalWriter> write, CanonicalWriter out) {
        out.name(name).openArray();
        for (T each : all) {
            out.element();
            byte[] written = known.get(each);
            if (written == null) {
                int start = out.length();
                write.accept(each, out);
                known.put(each, out.bytesFrom(start));
            } else {
                out.append(written);
            }
        }
        out.closeArray();
    }

    private void drug(String id, CanonicalWriter out) {
        Drug drug = knowledge.drug(id);
        out.open()
                .member("approval", drug.approval().name())
                .member("id", id)
                .member("name", drug.name())
                .close();
    }

    private static void term(Term term, CanonicalWriter out) {
        out.open()
                .member("comment", term.comment())
                .member("contribution", term.contribution())
                .member("doubt", term.doubt())
                .member("name", term.kind().label())
                .member("sources", term.sources())
                .member("value", term.value())
                .member("weight", term.weight())
                .close();
    }

    private static void unknown(UnknownTerm term, CanonicalWriter out) {
        out.open()
                .member("doubt", term.doubt())
                .member("name", term.kind().label())
                .member("reason", term.reason())
                .close();
    }

    private void mechanism(RankedCandidate candidate, CanonicalWriter out) {
        out.name("mechanism").open();
        out.member("conflictIndex", candidate.effect().conflictIndex());
        out.member("direction", candidate.effect().direction().name());
        out.member("inhibiting", candidate.effect().inhibiting());
        array("inhibitingPaths", candidate.effect().inhibitingPaths(), paths, CandidateWriter::path, out);
        out.member("inhibitingStudies", candidate.effect().studies(-1).size());
        out.member("promoting", candidate.effect().promoting());
        array("promotingPaths", candidate.effect().promotingPaths(), paths, CandidateWriter::path, out);
        out.member("promotingStudies", candidate.effect().studies(1).size());
        out.close();
    }

    private static void path(EffectPath path, CanonicalWriter out) {
        out.open()
                .member("activity", path.activity())
                .member("activityBasis", path.activityBasis())
                .member("arm", path.arm())
                .member("edges", path.edges())
                .member("match", path.match().name())
                .member("path", path.text())
                .member("potency", path.potency())
                .member("strength", path.strength())
                .member("studies", path.studies())
                .close();
    }

    private static void finding(Finding finding, CanonicalWriter out) {
        out.open()
                .member("action", finding.rule().action().name())
                .member("advice", finding.rule().actionText())
                .member("drug", finding.drug());
        if (finding.unknown()) {
            out.member("notGiven", finding.verdict().missing());
        }
        out.member("rule", finding.rule().id())
                .member("severity", finding.rule().severity())
                .member("state", finding.verdict().state().name())
                .member("threshold", finding.rule().threshold())
                .member("trigger", finding.rule().trigger())
                .close();
    }
}
