package org.fenton.gateway.fhir;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.fenton.documents.intake.CaseDraft;
import org.fenton.documents.intake.CaseDraft.Part;
import org.fenton.gateway.fhir.ObservationReader.Fact;
import org.fenton.gateway.intake.Codes;

/**
 * Reads the pathway state: activities and single genes of the latest profile. Values of an earlier time are another state
 * of the tumour and are not mixed in.
 */
final class PathwayObservations {
    private final CaseDraft draft;
    private final List<String> references = new ArrayList<>();

    PathwayObservations(CaseDraft draft) {
        this.draft = draft;
    }

    List<String> references() {
        return references;
    }

    void read(List<Fact> facts) {
        Instant last = facts.stream()
                .map(fact -> fact.time().orElse(null))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        List<Fact> used = new ArrayList<>();
        for (Fact fact : facts) {
            if (Objects.equals(fact.time().orElse(null), last)) {
                used.add(fact);
            } else {
                draft.unused(fact.observation().path() + ".effective", "of an earlier time than the latest profile");
            }
        }
        used.removeIf(fact -> !hasValue(fact));
        if (used.isEmpty()) {
            return;
        }
        used.sort(Comparator.comparing(Fact::key));
        TreeSet<String> keys = new TreeSet<>();
        TreeSet<String> scales = new TreeSet<>();
        for (Fact fact : used) {
            if (!keys.add(fact.key())) {
                draft.problem(
                        Part.STATE,
                        fact.observation().path(),
                        "a second value of " + fact.code() + " of the same time",
                        "one value each");
                return;
            }
            scale(fact).ifPresent(scales::add);
        }
        if (scales.size() == 1) {
            write(used, scales.first());
        } else if (scales.size() > 1) {
            draft.problem(
                    Part.STATE,
                    used.get(0).observation().path() + ".method",
                    "one profile on several scales: " + String.join(", ", scales),
                    "one scale for all");
        }
    }

    private boolean hasValue(Fact fact) {
        FhirElement observation = fact.observation();
        if (observation.at("valueQuantity").decimal("value").isPresent()) {
            return true;
        }
        if (observation.has("valueQuantity")) {
            draft.problem(Part.STATE, observation.path() + ".value", "no number", "valueQuantity.value");
        } else {
            draft.unused(observation.path(), "no value: " + fact.code() + " stays unknown");
        }
        return false;
    }

    private Optional<String> scale(Fact fact) {
        Optional<FhirElement> scale = fact.observation().at("method").codingOf(Codes.SCALE);
        if (scale.isEmpty()) {
            draft.problem(
                    Part.STATE,
                    fact.observation().path() + ".method",
                    "the scale is not stated",
                    "a coding of system " + Codes.SCALE + ": log2, zscore or contrast");
        }
        return scale.map(coding -> coding.text("code"));
    }

    private void write(List<Fact> facts, String scale) {
        String first = facts.get(0).observation().path();
        ObjectNode reported = draft.object("reported", first);
        reported.put("scale", scale);
        draft.from("/reported/scale", first + ".method");
        for (Fact fact : facts) {
            BigDecimal value =
                    fact.observation().at("valueQuantity").decimal("value").orElseThrow();
            if (fact.system().equals(Codes.GENE)) {
                reported.withObject("/genes").put(fact.code(), value.doubleValue());
                draft.from("/reported/genes/" + fact.code(), fact.observation().path());
            } else {
                activity(reported, fact, value);
            }
            if (!fact.reference().isEmpty()) {
                references.add(fact.reference());
            }
        }
    }

    private void activity(ObjectNode reported, Fact fact, BigDecimal value) {
        String[] parts = fact.code().split("/", 2);
        if (parts.length < 2) {
            draft.problem(
                    Part.STATE,
                    fact.observation().path() + ".code",
                    "'" + fact.code() + "' is no activity",
                    "network/source, for example progeny/JAK-STAT or collectri/STAT3");
            return;
        }
        ObjectNode activity = JsonNodeFactory.instance.objectNode();
        activity.put("network", parts[0]).put("source", parts[1]).put("score", value.doubleValue());
        int index = reported.withArray("/activities").size();
        reported.withArray("/activities").add(activity);
        String pointer = "/reported/activities/" + index;
        draft.from(pointer, fact.observation().path());
        draft.from(pointer + "/network", fact.observation().path() + ".code");
        for (FhirElement component : fact.observation().items("component")) {
            component.at("code").codingOf(Codes.ACTIVITY).ifPresent(coding -> detail(activity, coding, component));
        }
    }

    private void detail(ObjectNode activity, FhirElement coding, FhirElement component) {
        String field =
                switch (coding.text("code")) {
                    case "p-value" -> "pValue";
                    case "targets-measured" -> "targetsMeasured";
                    case "targets-total" -> "targetsTotal";
                    default -> "";
                };
        Optional<BigDecimal> value =
                component.at("valueQuantity").decimal("value").or(() -> component.decimal("valueInteger"));
        if (field.isEmpty() || value.isEmpty()) {
            draft.unused(component.path(), "no detail of an activity that a case has a place for");
        } else {
            activity.put(field, value.get());
        }
    }
}
