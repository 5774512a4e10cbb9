package org.fenton.model.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.fenton.learning.heads.HeadsBundle;
import org.fenton.learning.heads.HeadsCard;
import org.fenton.learning.heads.HeadsDocument;
import org.fenton.learning.names.DrugNames;
import org.fenton.learning.pairs.AskedLines;
import org.fenton.learning.pairs.PairAnswer;
import org.fenton.learning.pairs.PairHeads;
import org.fenton.learning.pairs.PairRow;
import org.fenton.learning.pairs.PairsRun;

/** A verified bundle of heads in memory, of which only those that answer pairs are kept. */
public record LoadedHeads(
        String id, HeadsDocument document, JsonNode card, PairHeads heads, DrugNames drugs, AskedLines lines) {
    static LoadedHeads of(HeadsBundle bundle) {
        return new LoadedHeads(
                bundle.id(),
                bundle.document(),
                HeadsCard.json(bundle),
                PairHeads.of(bundle),
                bundle.drugs(),
                new AskedLines(bundle.lines(), List.of()));
    }

    public String name() {
        return document.name();
    }

    /** As {@code fenton predict} answers them. */
    public List<PairAnswer> answer(List<PairRow> rows) {
        return new PairsRun(heads, drugs, lines).answers(rows);
    }
}
