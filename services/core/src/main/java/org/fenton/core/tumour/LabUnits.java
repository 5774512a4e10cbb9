package org.fenton.core.tumour;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The laboratory values that cases and safety rules may name, each in the one UCUM unit that both must use. */
public final class LabUnits {
    private static final Map<String, String> UNITS = Collections.unmodifiableMap(new TreeMap<>(Map.ofEntries(
            Map.entry("platelets", "10*9/L"),
            Map.entry("neutrophils", "10*9/L"),
            Map.entry("lymphocytes", "10*9/L"),
            Map.entry("haemoglobin", "g/dL"),
            Map.entry("crcl", "mL/min"),
            Map.entry("egfr", "mL/min/{1.73_m2}"),
            Map.entry("qtc", "ms"),
            Map.entry("alt", "[ULN]"),
            Map.entry("ast", "[ULN]"),
            Map.entry("thiamine", "nmol/L"),
            Map.entry("ferritin", "ug/L"),
            Map.entry("tsat", "%"),
            Map.entry("potassium", "mmol/L"))));

    private LabUnits() {}

    /** The unit of a laboratory value; empty when the value is not known. */
    public static Optional<String> unitOf(String name) {
        return Optional.ofNullable(UNITS.get(name));
    }

    /** All names, sorted. */
    public static Set<String> names() {
        return UNITS.keySet();
    }
}
