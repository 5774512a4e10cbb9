package org.fenton.gateway.cdshooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.fenton.gateway.fhir.Fhir;

/** Why a card was not followed. */
public enum OverrideReason {
    NOT_THIS_PATIENT("Does not fit this patient"),
    EVIDENCE_TOO_WEAK("The evidence is too weak"),
    ALREADY_CONSIDERED("Already considered or tried"),
    OTHER_PLAN("Another plan was chosen"),
    SAFETY_CONCERN("A safety concern that the card does not show"),
    RISK_ACCEPTED("The risk is known and accepted"),
    FACT_WRONG("A fact on the card is wrong");

    static final String SYSTEM = "urn:fenton:cs:override-reason";

    private final String display;

    OverrideReason(String display) {
        this.display = display;
    }

    public String display() {
        return display;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static boolean isKnown(String system, String code) {
        return SYSTEM.equals(system)
                && Arrays.stream(values()).anyMatch(reason -> reason.code().equals(code));
    }

    static List<ObjectNode> all() {
        return Arrays.stream(values())
                .map(reason -> Fhir.coding(SYSTEM, reason.code()).put("display", reason.display))
                .toList();
    }
}
