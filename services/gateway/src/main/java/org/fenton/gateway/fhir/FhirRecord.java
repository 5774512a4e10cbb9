package org.fenton.gateway.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The resources of one patient as they were sent, in one Bundle or several, each with the expression that leads to it and
 * the reference by which an answer can name it.
 */
public final class FhirRecord {
    private final List<Entry> entries = new ArrayList<>();

    /** @param reference {@code fullUrl} or {@code Type/id}; empty when the sender gave neither */
    record Entry(FhirElement resource, String fullUrl, String reference) {}

    /** Adds a resource, or all resources of a Bundle; an OperationOutcome is no part of the record. */
    public FhirRecord add(JsonNode resource, String path) {
        FhirElement element = new FhirElement(resource, path);
        if (element.type().equals("Bundle")) {
            for (FhirElement entry : element.items("entry")) {
                if (entry.has("resource")) {
                    addOne(entry.at("resource"), entry.text("fullUrl"));
                }
            }
        } else {
            addOne(element, "");
        }
        return this;
    }

    private void addOne(FhirElement resource, String fullUrl) {
        if (resource.type().equals("OperationOutcome")) {
            return;
        }
        String local = resource.text("id").isEmpty() ? "" : resource.type() + "/" + resource.text("id");
        entries.add(new Entry(resource, fullUrl, fullUrl.startsWith("urn:") || local.isEmpty() ? fullUrl : local));
    }

    List<Entry> entries() {
        return entries;
    }

    List<Entry> of(String type) {
        return entries.stream()
                .filter(entry -> entry.resource().type().equals(type))
                .toList();
    }

    /** The Medication that {@code reference} of {@code holder} means: contained in it, or another entry. */
    Optional<FhirElement> medication(FhirElement holder, String reference) {
        if (reference.startsWith("#")) {
            return holder.items("contained").stream()
                    .filter(contained -> contained.text("id").equals(reference.substring(1)))
                    .findFirst();
        }
        return of("Medication").stream()
                .filter(entry -> reference.equals(entry.reference()) || reference.equals(entry.fullUrl()))
                .map(Entry::resource)
                .findFirst();
    }

    /** The patient, as an answer may refer to it; empty when the record names none. */
    public String subject() {
        return of("Patient").stream().map(Entry::reference).findFirst().orElse("");
    }
}
