package org.fenton.documents.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fenton.core.tumour.LabUnits;

/**
 * Laboratory values as other standards code them. A value is taken in the unit of docs/data.md, or in one that is the same
 * by definition; everything else is refused, never guessed.
 */
public final class Labs {
    /** LOINC codes of the laboratory values of a case. Thiamine has none here: send it with Fenton's own code. */
    private static final Map<String, String> BY_LOINC = Map.ofEntries(
            Map.entry("777-3", "platelets"),
            Map.entry("26515-7", "platelets"),
            Map.entry("751-8", "neutrophils"),
            Map.entry("26499-4", "neutrophils"),
            Map.entry("731-0", "lymphocytes"),
            Map.entry("26474-7", "lymphocytes"),
            Map.entry("718-7", "haemoglobin"),
            Map.entry("2164-2", "crcl"),
            Map.entry("33914-3", "egfr"),
            Map.entry("62238-1", "egfr"),
            Map.entry("98979-8", "egfr"),
            Map.entry("8636-3", "qtc"),
            Map.entry("1742-6", "alt"),
            Map.entry("1920-8", "ast"),
            Map.entry("2276-4", "ferritin"),
            Map.entry("2502-3", "tsat"),
            Map.entry("2823-3", "potassium"));

    /** Units that mean the same amount: expected unit, then the accepted one with its factor. */
    private static final Map<String, Map<String, BigDecimal>> SAME = Map.of(
            "10*9/L", Map.of("10*3/uL", BigDecimal.ONE, "/uL", new BigDecimal("0.001")),
            "g/dL", Map.of("g/L", new BigDecimal("0.1")),
            "ug/L", Map.of("ng/mL", BigDecimal.ONE));

    private static final String UPPER_LIMITS = "[ULN]";

    /** A value as it was sent; {@code upperLimit} is the upper end of the reference range in the same unit. */
    public record Sent(BigDecimal value, String unit, Optional<BigDecimal> upperLimit) {}

    private Labs() {}

    public static Optional<String> byLoinc(String code) {
        return Optional.ofNullable(BY_LOINC.get(code));
    }

    public static List<String> loincCodes() {
        return List.copyOf(new TreeMap<>(BY_LOINC).keySet());
    }

    /** The amount in the unit that a case uses; empty when the unit is another one. */
    public static Optional<BigDecimal> inCaseUnit(String name, Sent sent) {
        String expected = LabUnits.unitOf(name).orElseThrow();
        if (sent.unit().equals(expected)) {
            return Optional.of(sent.value());
        }
        if (expected.equals(UPPER_LIMITS)) {
            return sent.upperLimit().filter(limit -> limit.signum() > 0).map(limit -> sent.value()
                    .divide(limit, MathContext.DECIMAL64));
        }
        return Optional.ofNullable(SAME.getOrDefault(expected, Map.of()).get(sent.unit()))
                .map(factor -> sent.value().multiply(factor));
    }

    /** What would be right, for a person. */
    public static String expected(String name) {
        String unit = LabUnits.unitOf(name).orElseThrow();
        if (unit.equals(UPPER_LIMITS)) {
            return "a multiple of the upper limit of normal, or a value with its reference range's upper end in the same unit";
        }
        return "UCUM " + unit;
    }
}
