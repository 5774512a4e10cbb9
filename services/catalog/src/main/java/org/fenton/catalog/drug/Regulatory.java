package org.fenton.catalog.drug;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fenton.catalog.seed.SeedFolder;
import org.fenton.catalog.seed.SeedKeys;
import org.fenton.catalog.seed.SeedRow;

/**
 * One decision on one product in one jurisdiction. One product withdrawn somewhere is not a drug withdrawn.
 *
 * @param product route, form or brand; null where the facts name none
 * @param decided a year, a month or a day, as far as the facts say
 */
@Embeddable
public record Regulatory(
        @Enumerated(EnumType.STRING) Jurisdiction jurisdiction,
        String authority,
        String product,
        String decided,
        @Enumerated(EnumType.STRING) Status status,
        String indication,
        String confidence,
        @Column(name = "sources") List<String> source) {

    public enum Jurisdiction {
        US,
        EU,
        UK,
        JP,
        KR,
        CN,
        NOT_STATED
    }

    public enum Status {
        APPROVED,
        /** Accelerated or conditional. */
        APPROVED_CONDITIONALLY,
        APPROVED_VETERINARY,
        REFUSED,
        WITHDRAWN
    }

    private static final List<String> COLUMNS = List.of(
            "drug", "jurisdiction", "authority", "product", "date", "status", "indication", "confidence", "source");
    private static final Comparator<Regulatory> ORDER = Comparator.comparing(Regulatory::jurisdiction)
            .thenComparing(fact -> fact.decided == null ? "" : fact.decided)
            .thenComparing(fact -> fact.product == null ? "" : fact.product)
            .thenComparing(fact -> fact.indication == null ? "" : fact.indication);

    /** The facts of each drug, in the order a release writes them. */
    public static Map<String, List<Regulatory>> read(SeedFolder folder, SeedKeys keys) {
        Map<String, List<Regulatory>> byDrug = new HashMap<>();
        for (SeedRow row : folder.read("regulatory.tsv", COLUMNS)) {
            row.required("drug");
            String drug = row.key("drug", keys.drugs());
            Regulatory fact = new Regulatory(
                    row.oneOf("jurisdiction", Jurisdiction.class),
                    row.text("authority"),
                    row.text("product"),
                    row.checked(
                            "date",
                            cell -> cell.matches("[0-9]{4}(-[0-9]{2}){0,2}")
                                    ? null
                                    : "'" + cell + "' is no year, year-month or date"),
                    row.oneOf("status", Status.class),
                    row.text("indication"),
                    row.required("confidence"),
                    row.requiredKeys("source", keys.sources()));
            if (fact.jurisdiction != null) {
                byDrug.computeIfAbsent(drug, any -> new ArrayList<>()).add(fact);
            }
        }
        byDrug.values().forEach(facts -> facts.sort(ORDER));
        return byDrug;
    }
}
