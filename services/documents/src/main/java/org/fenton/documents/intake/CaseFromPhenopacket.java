package org.fenton.documents.intake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.tumour.LabUnits;
import org.fenton.documents.CanonicalJson;
import org.fenton.documents.intake.CaseDraft.Part;
import org.phenopackets.schema.v2.Phenopacket;
import org.phenopackets.schema.v2.core.Disease;
import org.phenopackets.schema.v2.core.Measurement;
import org.phenopackets.schema.v2.core.MedicalAction;
import org.phenopackets.schema.v2.core.OntologyClass;
import org.phenopackets.schema.v2.core.Quantity;
import org.phenopackets.schema.v2.core.TimeElement;

/**
 * Reads a Phenopacket v2 as a case. Terms are CURIEs: {@code OncoTree:}, {@code LOINC:}, {@code UCUM:} and Fenton's own
 * {@code fenton.activity:}, {@code fenton.gene:}, {@code fenton.lab:}, {@code fenton.scale:}, {@code fenton.outcome:}.
 */
public final class CaseFromPhenopacket {
    private static final String RESISTANCE = "resistance";

    private final Phenopacket packet;
    private final Knowledge knowledge;
    private final CaseDraft draft = new CaseDraft();

    public CaseFromPhenopacket(Phenopacket packet, Knowledge knowledge) {
        this.packet = packet;
        this.knowledge = knowledge;
    }

    public CaseDraft draft() {
        age();
        diseases();
        measurements();
        medicines();
        unused("phenotypicFeatures", packet.getPhenotypicFeaturesCount());
        unused("biosamples", packet.getBiosamplesCount());
        unused("interpretations", packet.getInterpretationsCount());
        unused("files", packet.getFilesCount());
        return draft;
    }

    private void unused(String block, int size) {
        if (size > 0) {
            draft.unused("/" + block, size + " entries that a case has no place for");
        }
    }

    /** The part of a CURIE after its prefix; prefixes are compared without case. */
    private static Optional<String> local(OntologyClass term, String prefix) {
        String id = term.getId();
        return id.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT) + ":")
                ? Optional.of(id.substring(prefix.length() + 1))
                : Optional.empty();
    }

    private void age() {
        TimeElement last = packet.getSubject().getTimeAtLastEncounter();
        if (!packet.getSubject().hasTimeAtLastEncounter()) {
            return;
        }
        String place = "/subject/timeAtLastEncounter";
        if (!last.hasAge()) {
            draft.unused(place, "no age: the age stays unknown");
            return;
        }
        try {
            int years = Period.parse(last.getAge().getIso8601Duration()).getYears();
            draft.put("ageYears", JsonNodeFactory.instance.numberNode(years), place + "/age/iso8601duration");
        } catch (DateTimeException unreadable) {
            draft.problem(Part.PATIENT, place + "/age/iso8601duration", "no ISO 8601 duration", "for example P63Y");
        }
    }

    private void diseases() {
        TreeMap<String, String> codes = new TreeMap<>();
        for (int i = 0; i < packet.getDiseasesCount(); i++) {
            Disease disease = packet.getDiseases(i);
            String place = "/diseases/" + i + "/term/id";
            Optional<String> code = local(disease.getTerm(), "OncoTree");
            if (disease.getExcluded() || disease.hasResolution()) {
                draft.unused("/diseases/" + i, "excluded or resolved");
            } else if (code.isEmpty()) {
                draft.unused(place, "no OncoTree term");
            } else {
                codes.putIfAbsent(code.get(), place);
            }
        }
        if (codes.size() > 1) {
            draft.problem(
                    Part.TUMOUR,
                    codes.get(codes.lastKey()),
                    "more than one tumour: " + String.join(", ", codes.keySet()),
                    "the one that stopped responding");
        } else if (!codes.isEmpty()) {
            draft.put("oncotree", codes.firstKey(), codes.get(codes.firstKey()));
        }
    }

    private void measurements() {
        TreeMap<String, Integer> state = new TreeMap<>();
        for (int i = 0; i < packet.getMeasurementsCount(); i++) {
            Measurement measurement = packet.getMeasurements(i);
            String place = "/measurements/" + i;
            OntologyClass assay = measurement.getAssay();
            Optional<String> lab = local(assay, "LOINC").flatMap(Labs::byLoinc).or(() -> local(assay, "fenton.lab"));
            boolean pathway = local(assay, "fenton.activity").isPresent()
                    || local(assay, "fenton.gene").isPresent();
            if (!pathway && lab.isEmpty()) {
                draft.unused(place + "/assay/id", "no assay that a case has a place for");
            } else if (!measurement.getValue().hasQuantity()) {
                draft.problem(pathway ? Part.STATE : Part.PATIENT, place + "/value", "no quantity", "value.quantity");
            } else if (pathway) {
                if (state.put(assay.getId(), i) != null) {
                    draft.problem(Part.STATE, place, assay.getId() + " is given twice", "one value each");
                }
            } else {
                lab(lab.get(), measurement.getValue().getQuantity(), place);
            }
        }
        pathways(state);
    }

    private void lab(String name, Quantity quantity, String place) {
        if (LabUnits.unitOf(name).isEmpty()) {
            draft.problem(
                    Part.PATIENT,
                    place + "/assay/id",
                    "'" + name + "' is no known laboratory value",
                    String.join(", ", LabUnits.names()));
            return;
        }
        String unit = local(quantity.getUnit(), "UCUM").orElse("");
        Optional<BigDecimal> upper = Optional.empty();
        if (quantity.hasReferenceRange()
                && local(quantity.getReferenceRange().getUnit(), "UCUM")
                        .orElse("")
                        .equals(unit)) {
            upper = Optional.of(decimal(quantity.getReferenceRange().getHigh()));
        }
        Optional<BigDecimal> amount = finite(quantity, place)
                .flatMap(value -> Labs.inCaseUnit(name, new Labs.Sent(value, unit, Optional.empty())));
        if (amount.isEmpty() && upper.isPresent() && Double.isFinite(quantity.getValue())) {
            amount = Labs.inCaseUnit(name, new Labs.Sent(decimal(quantity.getValue()), unit, upper));
        }
        if (amount.isEmpty()) {
            draft.problem(
                    Part.PATIENT,
                    place + "/value/quantity/unit/id",
                    "'" + quantity.getUnit().getId() + "' is not the unit of " + name,
                    Labs.expected(name) + " as UCUM:…");
            return;
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", name)
                .put("value", amount.get().doubleValue())
                .put("unit", LabUnits.unitOf(name).orElseThrow());
        draft.add("labs", node, place);
    }

    private Optional<BigDecimal> finite(Quantity quantity, String place) {
        if (!Double.isFinite(quantity.getValue())) {
            draft.problem(Part.PATIENT, place + "/value/quantity/value", "no finite number", "");
            return Optional.empty();
        }
        return Optional.of(decimal(quantity.getValue()));
    }

    private static BigDecimal decimal(double value) {
        return Double.isFinite(value) ? new BigDecimal(CanonicalJson.number(value)) : BigDecimal.ZERO;
    }

    private void pathways(TreeMap<String, Integer> state) {
        TreeSet<String> scales = new TreeSet<>();
        for (int index : state.values()) {
            Quantity quantity = packet.getMeasurements(index).getValue().getQuantity();
            Optional<String> scale = local(quantity.getUnit(), "fenton.scale");
            String place = "/measurements/" + index + "/value/quantity";
            if (scale.isEmpty()) {
                draft.problem(
                        Part.STATE,
                        place + "/unit/id",
                        "the scale is not stated",
                        "fenton.scale:log2, zscore or contrast");
            } else if (!Double.isFinite(quantity.getValue())) {
                draft.problem(Part.STATE, place + "/value", "no finite number", "leave out what is not known");
            } else {
                scales.add(scale.get());
                write(packet.getMeasurements(index), scale.get(), "/measurements/" + index);
            }
        }
        if (scales.size() > 1) {
            draft.problem(
                    Part.STATE,
                    "/measurements",
                    "one profile on several scales: " + String.join(", ", scales),
                    "one scale");
        }
    }

    private void write(Measurement measurement, String scale, String place) {
        ObjectNode reported = draft.object("reported", place);
        reported.put("scale", scale);
        draft.from("/reported/scale", place + "/value/quantity/unit/id");
        double value = measurement.getValue().getQuantity().getValue();
        Optional<String> gene = local(measurement.getAssay(), "fenton.gene");
        if (gene.isPresent()) {
            reported.withObject("/genes").put(gene.get(), value);
            draft.from("/reported/genes/" + gene.get(), place);
            return;
        }
        String[] parts =
                local(measurement.getAssay(), "fenton.activity").orElseThrow().split("/", 2);
        if (parts.length < 2) {
            draft.problem(Part.STATE, place + "/assay/id", "no activity", "fenton.activity:progeny/JAK-STAT");
            return;
        }
        draft.from("/reported/activities/" + reported.withArray("/activities").size(), place);
        reported.withArray("/activities")
                .addObject()
                .put("network", parts[0])
                .put("source", parts[1])
                .put("score", value);
    }

    /** A treatment that ended for resistance is the failed drug; all others are read as taken. */
    private void medicines() {
        List<String> failed = new ArrayList<>();
        boolean given = false;
        for (int i = 0; i < packet.getMedicalActionsCount(); i++) {
            MedicalAction action = packet.getMedicalActions(i);
            String place = "/medicalActions/" + i;
            if (!action.hasTreatment()) {
                draft.unused(place, "no treatment with an agent");
                continue;
            }
            given = true;
            OntologyClass agent = action.getTreatment().getAgent();
            String name = Medicines.name(List.of(agent.getLabel(), agent.getId()), knowledge)
                    .orElseThrow();
            boolean ended = action.hasTreatmentTerminationReason();
            if (local(action.getTreatmentTerminationReason(), "fenton.outcome")
                    .filter(RESISTANCE::equals)
                    .isPresent()) {
                failed.add(place);
                draft.object("resistance", place).put("drug", name);
                draft.from("/resistance/drug", place + "/treatment/agent");
            } else if (ended) {
                draft.unused(place, "the treatment has ended");
            } else {
                draft.add("medications", TextNode.valueOf(name), place + "/treatment/agent");
            }
        }
        if (failed.size() > 1) {
            draft.problem(Part.TUMOUR, failed.get(1), "a second drug that failed", "mark the last failed drug only");
        }
        if (given) {
            draft.list("medications");
        }
    }
}
