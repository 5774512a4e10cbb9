package org.fenton.gateway.cdshooks;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.documents.intake.CaseDraft;
import org.fenton.documents.intake.CaseDraft.Part;
import org.fenton.gateway.catalog.Releases;
import org.fenton.gateway.fhir.CaseFromFhir;
import org.fenton.gateway.fhir.DraftedDrugs;
import org.fenton.gateway.intake.SendersWords;
import org.fenton.gateway.ranking.RankingService;
import org.fenton.http.Problem.Fault;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/** From a call of a hook to cards: read the prefetched record as a case, rank it, say what concerns the moment. */
@ApplicationScoped
public class Decisions {
    /** As many as {@code POST /v1/rankings} shows, so that both keep the same decision record. */
    private static final int TOP = 20;

    private final Releases releases;
    private final RankingService rankings;
    private final Clock clock = Clock.systemUTC();

    Decisions(Releases releases, RankingService rankings) {
        this.releases = releases;
        this.rankings = rankings;
    }

    /** Cards and the decision record that they rest on; no cards and no record when there is nothing to say. */
    record Decided(List<Card> cards, String decision) {
        static final Decided SILENT = new Decided(List.of(), "");
    }

    Decided decide(CdsService service, HookRequest request) {
        Prefetched prefetched = new Prefetched(request.prefetch());
        require(prefetched, CdsService.CONDITIONS);
        Knowledge knowledge = releases.current();
        CaseDraft draft = new CaseFromFhir(prefetched.record(), knowledge, LocalDate.now(clock)).draft();
        refuse(draft);
        if (!draft.has("oncotree") && !draft.has("scope")) {
            return Decided.SILENT;
        }
        if (prefetched.medicationsDelivered()) {
            draft.list("medications");
        } else {
            draft.withoutEmpty("medications");
        }
        return service == CdsService.CANDIDATES
                ? candidates(request, prefetched, draft)
                : orders(request, prefetched, draft, knowledge);
    }

    private Decided candidates(HookRequest request, Prefetched prefetched, CaseDraft draft) {
        require(prefetched, CdsService.ACTIVITIES);
        if (!draft.hasActivities()) {
            return Decided.SILENT;
        }
        RankingService.Answer answer = answered(draft);
        return new Decided(new CandidateCards(answer, draft, prefetched).cards(request.patientId()), answer.id());
    }

    private Decided orders(HookRequest request, Prefetched prefetched, CaseDraft draft, Knowledge knowledge) {
        DraftedDrugs orders = new DraftedDrugs(request.context().path("draftOrders"), knowledge);
        Set<String> references = new TreeSet<>();
        for (JsonNode selection : request.context().path("selections")) {
            references.add(selection.textValue());
        }
        Set<String> selected = ids(orders.selected(references));
        if (selected.isEmpty()) {
            return Decided.SILENT;
        }
        RankingService.Answer answer = answered(draft);
        List<Card> cards = new OrderCards(answer, draft, prefetched).cards(selected, ids(orders.all()));
        return cards.isEmpty() ? Decided.SILENT : new Decided(cards, answer.id());
    }

    private static Set<String> ids(List<Drug> drugs) {
        Set<String> ids = new TreeSet<>();
        drugs.forEach(drug -> ids.add(drug.id()));
        return ids;
    }

    private RankingService.Answer answered(CaseDraft draft) {
        try {
            return rankings.answer(draft.bytes(), TOP);
        } catch (ProblemException refused) {
            ProblemException said = SendersWords.of(draft, refused, "prefetch");
            if (said.problem().status() < 500) {
                throw insufficient(said.problem().errors().stream()
                        .map(fault -> fault(fault.pointer(), fault.detail(), fault.suggestion()))
                        .toList());
            }
            throw said;
        }
    }

    private static void require(Prefetched prefetched, String key) {
        if (!prefetched.delivered(key)) {
            throw insufficient(List.of(new Fault(
                    "/prefetch/" + key,
                    "was not delivered",
                    "send the result of the prefetch template; nothing is fetched from fhirServer")));
        }
    }

    /** Without the tumour or its state there is nothing to rank; a lab value that cannot be read is said on the card. */
    private static void refuse(CaseDraft draft) {
        List<Fault> faults = draft.problems().stream()
                .filter(problem -> problem.part() != Part.PATIENT)
                .map(problem -> fault(problem.place(), problem.detail(), problem.suggestion()))
                .toList();
        if (!faults.isEmpty()) {
            throw insufficient(faults);
        }
    }

    /** The pointer leads to the prefetch key, the detail says where in the resource, as FHIRPath. */
    private static Fault fault(String place, String detail, String suggestion) {
        String[] steps = place.split("\\.", 3);
        String pointer = steps.length > 1 ? "/prefetch/" + steps[1] : "/prefetch";
        return new Fault(pointer, place + ": " + detail, suggestion);
    }

    private static ProblemException insufficient(List<Fault> faults) {
        return new ProblemException(
                ProblemType.PRECONDITION_FAILED, "the data that came by prefetch do not make a case", faults);
    }
}
