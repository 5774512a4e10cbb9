package org.fenton.gateway.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.DocumentException;
import org.fenton.documents.Json;
import org.fenton.documents.intake.CaseDraft;
import org.fenton.gateway.catalog.Releases;
import org.fenton.gateway.intake.SendersWords;
import org.fenton.gateway.ranking.RankingService;
import org.fenton.http.Problem.Fault;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/** From a FHIR document to a ranking as a Bundle. Nothing is fetched: a reference that the document does not hold stays one. */
@ApplicationScoped
public class FhirRanking {
    static final int DEFAULT_TOP = 20;
    static final int MOST = 1000;

    private final Releases releases;
    private final RankingService rankings;
    private final Clock clock = Clock.systemUTC();

    FhirRanking(Releases releases, RankingService rankings) {
        this.releases = releases;
        this.rankings = rankings;
    }

    /** An answer and the id of the decision record that holds the same ranking. */
    record Ranked(JsonNode bundle, String id) {}

    private record Input(JsonNode bundle, String path, int top) {}

    Ranked rank(byte[] body) {
        Input input = input(parse(body));
        FhirRecord record = new FhirRecord().add(input.bundle(), input.path());
        CaseFromFhir source = new CaseFromFhir(record, releases.current(), LocalDate.now(clock));
        CaseDraft draft = source.draft();
        refuse(draft);
        RankingService.Answer answer = answered(draft, input.path(), input.top());
        var origin = new RankingBundle.Origin(source, draft, record.subject());
        return new Ranked(new RankingBundle(answer, origin, input.top()).node(), answer.id());
    }

    /** A ranking that was asked for in another way, as the same kind of bundle: without a subject and without observations. */
    public byte[] bundle(RankingService.Answer answer, int top) {
        CaseFromFhir nobody = new CaseFromFhir(new FhirRecord(), answer.knowledge(), LocalDate.now(clock));
        var origin = new RankingBundle.Origin(nobody, new CaseDraft(), "");
        return CanonicalJson.write(new RankingBundle(answer, origin, top).node())
                .getBytes(StandardCharsets.UTF_8);
    }

    private RankingService.Answer answered(CaseDraft draft, String whole, int top) {
        try {
            return rankings.answer(draft.bytes(), top);
        } catch (ProblemException refused) {
            throw SendersWords.of(draft, refused, whole);
        }
    }

    private static void refuse(CaseDraft draft) {
        if (!draft.problems().isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    "the resources cannot be read as a case",
                    draft.problems().stream()
                            .map(problem -> new Fault(problem.place(), problem.detail(), problem.suggestion()))
                            .toList());
        }
    }

    static JsonNode parse(byte[] body) {
        try {
            return Json.parse(body);
        } catch (DocumentException problem) {
            throw new ProblemException(ProblemType.MALFORMED_JSON, problem.getMessage());
        }
    }

    private static Input input(JsonNode root) {
        FhirElement whole = new FhirElement(root, root.path("resourceType").asText("Bundle"));
        if (whole.type().equals("Bundle")) {
            return new Input(root, "Bundle", DEFAULT_TOP);
        }
        if (!whole.type().equals("Parameters")) {
            throw invalid("resourceType", "a Bundle, or Parameters with a Bundle named 'case', is expected");
        }
        JsonNode bundle = null;
        String path = "";
        int top = DEFAULT_TOP;
        for (FhirElement parameter : whole.items("parameter")) {
            switch (parameter.text("name")) {
                case "case" -> {
                    bundle = parameter.node().path("resource");
                    path = parameter.path() + ".resource";
                }
                case "top" -> top = top(parameter);
                default -> throw invalid(parameter.path() + ".name", "the operation knows 'case' and 'top'");
            }
        }
        if (bundle == null || !bundle.path("resourceType").asText().equals("Bundle")) {
            throw invalid("Parameters.parameter", "a parameter named 'case' with a Bundle is expected");
        }
        return new Input(bundle, path, top);
    }

    private static int top(FhirElement parameter) {
        JsonNode value = parameter.node().path("valueInteger");
        if (!value.isInt() || value.intValue() < 1 || value.intValue() > MOST) {
            throw invalid(parameter.path() + ".value", "an integer from 1 to " + MOST + " is expected");
        }
        return value.intValue();
    }

    private static ProblemException invalid(String place, String detail) {
        return new ProblemException(ProblemType.INVALID_REQUEST, detail, List.of(new Fault(place, detail)));
    }
}
