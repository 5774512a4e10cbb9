package org.fenton.gateway.fhir;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.fenton.documents.intake.CaseDraft;
import org.fenton.documents.intake.CaseDraft.Part;
import org.fenton.documents.intake.Labs;
import org.fenton.gateway.intake.Codes;

/** Sorts observations by what they say of a case, keeps the latest of each, and has them read. */
final class ObservationReader {
    private static final Set<String> USABLE = Set.of("final", "amended", "corrected");
    private static final Set<String> WITHDRAWN = Set.of("entered-in-error", "cancelled");
    private static final Set<String> STATE = Set.of(Codes.ACTIVITY, Codes.GENE);

    private final FhirRecord record;
    private final CaseDraft draft;
    private final PathwayObservations pathways;
    private final PatientObservations patient;

    /**
     * One observation and what it is about.
     *
     * @param system one of the systems of {@link Codes}; LOINC labs as {@link Codes#LAB}
     * @param code within the system, in Fenton's spelling
     */
    record Fact(String system, String code, FhirElement observation, String reference, Optional<Instant> time) {
        String key() {
            return system + "|" + code;
        }
    }

    ObservationReader(FhirRecord record, CaseDraft draft) {
        this.record = record;
        this.draft = draft;
        this.pathways = new PathwayObservations(draft);
        this.patient = new PatientObservations(draft);
    }

    void read() {
        TreeMap<String, Fact> latest = new TreeMap<>();
        List<Fact> state = new ArrayList<>();
        for (FhirRecord.Entry entry : record.of("Observation")) {
            FhirElement observation = entry.resource();
            if (WITHDRAWN.contains(observation.text("status"))) {
                continue;
            }
            Optional<Fact> fact = fact(entry);
            if (fact.isEmpty()) {
                draft.unused(observation.path() + ".code", "no code that a case has a place for");
            } else if (!USABLE.contains(observation.text("status"))) {
                draft.unused(observation.path() + ".status", "not final, so not used");
            } else if (STATE.contains(fact.get().system())) {
                state.add(fact.get());
            } else {
                keepLatest(latest, fact.get());
            }
        }
        latest.values().forEach(patient::read);
        pathways.read(state);
    }

    List<String> stateReferences() {
        return pathways.references();
    }

    private static Optional<Fact> fact(FhirRecord.Entry entry) {
        FhirElement observation = entry.resource();
        for (FhirElement coding : observation.at("code").codings()) {
            String system = coding.text("system");
            String code = coding.text("code");
            Optional<String[]> meant =
                    switch (system) {
                        case Codes.ACTIVITY, Codes.GENE, Codes.ALTERATION, Codes.GENOTYPE, Codes.LAB, Codes.CASE ->
                            Optional.of(new String[] {system, code});
                        case Codes.LOINC -> ofLoinc(code);
                        default -> Optional.empty();
                    };
            if (meant.isPresent()) {
                return Optional.of(new Fact(
                        meant.get()[0], meant.get()[1], observation, entry.reference(), FhirTime.of(observation)));
            }
        }
        return Optional.empty();
    }

    private static Optional<String[]> ofLoinc(String code) {
        return switch (code) {
            case "30525-0" -> Optional.of(new String[] {Codes.CASE, "age"});
            case "82810-3" -> Optional.of(new String[] {Codes.CASE, "pregnant"});
            default -> Labs.byLoinc(code).map(name -> new String[] {Codes.LAB, name});
        };
    }

    private void keepLatest(TreeMap<String, Fact> latest, Fact fact) {
        Fact other = latest.putIfAbsent(fact.key(), fact);
        if (other == null) {
            return;
        }
        Instant mine = fact.time().orElse(null);
        Instant theirs = other.time().orElse(null);
        if (mine == null || theirs == null || mine.equals(theirs)) {
            draft.problem(
                    Part.PATIENT,
                    fact.observation().path(),
                    "a second value of " + fact.code() + ", and nothing says which is the later",
                    "give both an effectiveDateTime, or send the later one only");
        } else if (mine.isAfter(theirs)) {
            latest.put(fact.key(), fact);
        }
    }
}
