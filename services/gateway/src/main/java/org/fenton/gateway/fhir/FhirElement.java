package org.fenton.gateway.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A part of a FHIR document with the FHIRPath expression that leads to it. A missing part is an element without content. */
record FhirElement(JsonNode node, String path) {
    FhirElement at(String name) {
        return new FhirElement(node.path(name), path + "." + name);
    }

    /** A choice element: {@code valueQuantity} in JSON, {@code value} in FHIRPath. */
    FhirElement choice(String name, String type) {
        return new FhirElement(node.path(name + type), path + "." + name);
    }

    List<FhirElement> items(String name) {
        List<FhirElement> items = new ArrayList<>();
        JsonNode array = node.path(name);
        for (int i = 0; array.isArray() && i < array.size(); i++) {
            items.add(new FhirElement(array.get(i), path + "." + name + "[" + i + "]"));
        }
        return items;
    }

    boolean exists() {
        return !node.isMissingNode() && !node.isNull();
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** The text of a member; empty when it is absent or no text. */
    String text(String name) {
        JsonNode value = node.path(name);
        return value.isTextual() ? value.textValue().strip() : "";
    }

    Optional<BigDecimal> decimal(String name) {
        JsonNode value = node.path(name);
        return value.isNumber() ? Optional.of(new BigDecimal(value.asText())) : Optional.empty();
    }

    String type() {
        return text("resourceType");
    }

    /** The codings of a CodeableConcept. */
    List<FhirElement> codings() {
        return items("coding");
    }

    boolean isCoding(String system, String code) {
        return text("system").equals(system) && text("code").equals(code);
    }

    boolean isCodedAs(String system, String code) {
        return codings().stream().anyMatch(coding -> coding.isCoding(system, code));
    }

    Optional<FhirElement> codingOf(String system) {
        return codings().stream()
                .filter(coding -> coding.text("system").equals(system)
                        && !coding.text("code").isEmpty())
                .findFirst();
    }
}
