package org.fenton.core.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.fenton.core.SmallKnowledge;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.SafetyRule;
import org.fenton.core.tumour.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyCheckTest {
    private static Patient patient(double platelets, List<String> medications) {
        return new Patient(
                OptionalDouble.of(70),
                Optional.of(false),
                Optional.empty(),
                Optional.of(medications),
                Optional.of(Patient.Immunotherapy.NONE),
                List.of(new Patient.Lab("platelets", platelets, "10*9/L")),
                Optional.of(List.of("vte")),
                Optional.empty(),
                List.of(new Patient.Genotype("CYP2C9", "poor-metaboliser")));
    }

    private static List<Finding> findings(String condition, Patient patient, String combination) {
        SmallKnowledge small = new SmallKnowledge();
        small.rule("r1", "jakinib", condition, SafetyRule.Action.AVOID);
        return new SafetyCheck(small.build(), patient).findings(Combination.parse(combination));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "lab platelets < 50 10*9/L; true",
                "lab platelets < 40 10*9/L; false",
                "lab platelets <= 40 10*9/L; true",
                "age >= 65; true",
                "age > 70; false",
                "medication cyp3a4-strong-inhibitor; true",
                "medication warfarin; false",
                "history vte; true",
                "history smoking; false",
                "genotype CYP2C9 poor-metaboliser; true",
                "pregnant; false",
                "always; true",
                "never; false",
                "history smoking | age >= 65; true",
                "history vte & age < 65; false",
                "immunotherapy concurrent; false",
                "started; false"
            })
    void firesAsWritten(String condition, boolean fires) {
        List<Finding> findings = findings(condition, patient(40, List.of("itraconazole")), "jakinib");
        assertEquals(fires, findings.stream().anyMatch(Finding::fired), condition);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "lab platelets < 50 10*9/L; labs/platelets",
                "age >= 65; ageYears",
                "medication cyp3a4-strong-inhibitor; medications",
                "history vte; history",
                "genotype CYP2C9 poor-metaboliser; genotypes/CYP2C9",
                "pregnant; pregnant",
                "organ child-pugh-c; organs",
                "immunotherapy concurrent; immunotherapy",
                "started; medications"
            })
    void isUnknownWhenTheFactWasNotGiven(String condition, String missing) {
        List<Finding> findings = findings(condition, Patient.NOTHING_GIVEN, "jakinib");
        assertEquals(1, findings.size());
        assertTrue(findings.get(0).unknown());
        assertEquals(Set.of(missing), findings.get(0).verdict().missing());
    }

    @Test
    void aDrugIsStartedWhenThePatientTakesItAlready() {
        assertTrue(findings("started", patient(40, List.of("jakinib")), "jakinib")
                .get(0)
                .fired());
        assertTrue(findings("started", patient(40, List.of()), "jakinib").isEmpty());
    }

    @Test
    void aPartnerRuleLooksAtTheOtherDrugOnly() {
        assertTrue(findings("partner gpx4-inhibitor", Patient.NOTHING_GIVEN, "jakinib")
                .isEmpty());
        assertTrue(findings("partner gpx4-inhibitor", Patient.NOTHING_GIVEN, "gpxinib+jakinib")
                .get(0)
                .fired());
    }

    @Test
    void aDecidedPartSettlesAConditionWithUnknownParts() {
        assertTrue(findings("always | age > 65", Patient.NOTHING_GIVEN, "jakinib")
                .get(0)
                .fired());
        assertTrue(
                findings("never & age > 65", Patient.NOTHING_GIVEN, "jakinib").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lab platelets 50",
                "lab sugar < 5 mmol/L",
                "lab platelets < 50 g/dL",
                "age",
                "weather sunny",
                "age =< 5",
                ""
            })
    void aConditionThatDoesNotParseIsNamed(String condition) {
        IllegalArgumentException problem =
                assertThrows(IllegalArgumentException.class, () -> SafetyCondition.parse(condition));
        assertTrue(problem.getMessage().contains("'" + condition.strip() + "'"), problem.getMessage());
    }
}
