package org.fenton.gateway.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What the model service counts is read bundle by bundle; what it does not count is not known. */
class LiveUseTest {
    private static final String METRICS = """
            # HELP fenton_model_candidates_total Candidates of prediction calls
            # TYPE fenton_model_candidates_total counter
            fenton_model_candidates_total{bundle="zip-1",outcome="answered"} 1395.0
            fenton_model_candidates_total{bundle="zip-1",outcome="abstained"} 1319.0
            fenton_model_candidates_total{bundle="zip-2",outcome="answered"} 7.0
            fenton_model_prediction_psi{bundle="zip-1"} 0.125
            fenton_model_prediction_psi{bundle="zip-2"} NaN
            jvm_threads_live_threads 20.0
            """;

    @Test
    void eachBundleHasItsOwn() {
        assertEquals(new LiveUse(1395, 1319, OptionalDouble.of(0.125)), LiveUse.read(METRICS, "zip-1"));
        assertEquals(new LiveUse(7, 0, OptionalDouble.empty()), LiveUse.read(METRICS, "zip-2"));
    }

    @Test
    void aBundleThatWasNeverAskedHasNone() {
        assertEquals(new LiveUse(0, 0, OptionalDouble.empty()), LiveUse.read(METRICS, "zip-3"));
        assertEquals(new LiveUse(0, 0, OptionalDouble.empty()), LiveUse.read("<html>", "zip-1"));
    }
}
