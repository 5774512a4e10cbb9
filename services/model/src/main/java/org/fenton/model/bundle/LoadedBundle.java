package org.fenton.model.bundle;

import java.util.List;
import org.fenton.learning.bundle.ModelBundle;
import org.fenton.learning.prediction.Predictor;
import org.fenton.learning.scoring.ScoringHead;

/** A verified bundle in memory with all that answers from it. */
public record LoadedBundle(ModelBundle bundle, Predictor predictor, List<ScoringHead> heads) {
    static LoadedBundle of(ModelBundle bundle) {
        return new LoadedBundle(bundle, new Predictor(bundle), ScoringHead.of(bundle));
    }

    public String id() {
        return bundle.id();
    }

    public String name() {
        return bundle.document().name();
    }
}
