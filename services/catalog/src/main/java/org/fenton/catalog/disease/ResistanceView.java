package org.fenton.catalog.disease;

import java.util.List;

/** A resistance mechanism as answered and released. */
public record ResistanceView(
        String id,
        List<String> drugs,
        List<String> drugClasses,
        List<String> scopes,
        String diseaseText,
        String mechanism,
        List<ResistanceMarker> markers,
        JakStatLink jakStatLink,
        String jakStatText,
        String ferroptosisText,
        List<String> liabilities,
        List<String> partnerClasses,
        String partnerText,
        String caution,
        List<String> studies,
        String confidence,
        String basis,
        List<String> source) {
    public static ResistanceView of(ResistanceEntity row) {
        return new ResistanceView(
                row.id,
                row.drugs,
                row.drugClasses,
                row.scopes,
                row.diseaseText,
                row.mechanism,
                List.copyOf(row.markers),
                row.jakStatLink,
                row.jakStatText,
                row.ferroptosisText,
                row.liabilities,
                row.partnerClasses,
                row.partnerText,
                row.caution,
                row.studies,
                row.confidence,
                row.basis,
                row.sources);
    }
}
