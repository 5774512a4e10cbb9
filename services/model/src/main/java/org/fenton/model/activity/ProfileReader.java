package org.fenton.model.activity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fenton.core.id.GeneSymbol;
import org.fenton.core.pathway.ExpressionProfile;
import org.fenton.core.pathway.Scale;
import org.fenton.http.Problem.Fault;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;

/** Reads a request's profile, or says at which gene it is none. */
final class ProfileReader {
    private static final int NAMED = 20;

    private ProfileReader() {}

    static Scale scale(String key) {
        try {
            return Scale.parse(key);
        } catch (IllegalArgumentException e) {
            throw invalid(List.of(new Fault("/scale", String.valueOf(e.getMessage()), "contrast, log2, zscore")));
        }
    }

    static ExpressionProfile profile(Scale scale, Map<String, Double> genes) {
        List<Fault> faults = new ArrayList<>();
        // in the order given: the gateway sends genes sorted, which a profile sees in one pass
        Map<GeneSymbol, Double> values = new LinkedHashMap<>(2 * genes.size());
        genes.forEach((name, value) -> {
            String pointer = "/genes/" + name.replace("~", "~0").replace("/", "~1");
            if (value == null || !Double.isFinite(value)) {
                faults.add(new Fault(pointer, "is not a finite number", "leave an unmeasured gene out"));
                return;
            }
            try {
                values.put(new GeneSymbol(name), value);
            } catch (IllegalArgumentException e) {
                faults.add(new Fault(pointer, String.valueOf(e.getMessage()), "an HGNC symbol such as STAT3"));
            }
        });
        if (!faults.isEmpty()) {
            throw invalid(faults.stream().limit(NAMED).toList());
        }
        return ExpressionProfile.of("profile", scale, values);
    }

    private static ProblemException invalid(List<Fault> faults) {
        return new ProblemException(ProblemType.INVALID_REQUEST, faults.size() + " value(s) cannot be read", faults);
    }
}
