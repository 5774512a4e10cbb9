package org.fenton.core.ranking;

import java.util.Optional;
import org.fenton.core.mechanism.FerroptosisEffect;

/** Why no direction is given for a candidate: it is in none of the lanes, and not for want of a number. */
public enum Abstention {
    NO_PATH("no path leads from its drugs to the process that the goal asks about, in this case"),
    PATHS_TOO_WEAK("its paths are weaker than what is called an answer (" + FerroptosisEffect.FLOOR + ")"),
    PATHS_OPPOSE("its paths push both ways with comparable strength"),
    TEST_CONTRADICTS("a test of the very candidate in this disease says the opposite of its paths"),
    DISEASE_WANTS_BOTH("the disease wants more ferroptosis in one kind of cell and less in another");

    private final String words;

    Abstention(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /**
     * @param alone the outlook that effect and tests give, whatever the disease wants
     * @param outlook the one that is given
     */
    static Optional<Abstention> of(FerroptosisEffect effect, Outlook alone, Outlook outlook) {
        return switch (outlook) {
            case FAVOURABLE, EXPECTED_HARM -> Optional.empty();
            case UNKNOWN ->
                Optional.of(
                        effect.promotingPaths().isEmpty()
                                        && effect.inhibitingPaths().isEmpty()
                                ? NO_PATH
                                : PATHS_TOO_WEAK);
            case CONFLICTED ->
                Optional.of(
                        effect.direction() == FerroptosisEffect.Direction.CONFLICTED
                                ? PATHS_OPPOSE
                                : alone == Outlook.CONFLICTED ? TEST_CONTRADICTS : DISEASE_WANTS_BOTH);
        };
    }
}
