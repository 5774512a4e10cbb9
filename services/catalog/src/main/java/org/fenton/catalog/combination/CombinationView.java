package org.fenton.catalog.combination;

import java.util.List;
import org.fenton.core.knowledge.EvidenceLevel;
import org.fenton.core.knowledge.KnownCombination.FerroptosisReadout;
import org.fenton.core.knowledge.KnownCombination.Outcome;

/**
 * A combination as answered and released.
 *
 * @param pairs the order-free ids, {@code cisplatin+w1131}, of what the agents' drugs make; one for each choice of drugs
 */
public record CombinationView(
        String id,
        List<CombinationAgent> agents,
        List<String> scopes,
        String modelText,
        String resistanceText,
        FerroptosisReadout ferroptosis,
        Outcome outcome,
        String outcomeText,
        EvidenceLevel level,
        FerroptosisMeasured ferroptosisMeasured,
        String mechanism,
        List<String> studies,
        String confidence,
        List<String> source,
        String note,
        List<String> pairs) {
    public static CombinationView of(CombinationEntity row) {
        return new CombinationView(
                row.id,
                List.copyOf(row.agents),
                row.scopes,
                row.modelText,
                row.resistanceText,
                row.ferroptosis,
                row.outcome,
                row.outcomeText,
                row.level,
                row.ferroptosisMeasured,
                row.mechanism,
                row.studies,
                row.confidence,
                row.sources,
                row.note,
                row.pairs());
    }
}
