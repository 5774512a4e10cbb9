package org.fenton.catalog.claim;

/** A source as answered and released. */
public record SourceView(
        String id,
        String address,
        String description,
        String readHow,
        String licenceNote,
        String identifier,
        String licence) {
    public static SourceView of(SourceEntity row) {
        return new SourceView(
                row.id, row.address, row.description, row.readHow, row.licenceNote, row.identifier, row.licence);
    }
}
