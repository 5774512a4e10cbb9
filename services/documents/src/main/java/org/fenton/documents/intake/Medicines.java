package org.fenton.documents.intake;

import java.util.List;
import java.util.Optional;
import org.fenton.core.knowledge.Knowledge;

/** Finds the name under which a release knows a medicine that a record calls by its product text. */
public final class Medicines {
    private Medicines() {}

    /**
     * The first of {@code texts} that the release knows, whole or up to its first figure ("ruxolitinib 5 MG Oral Tablet");
     * else the first as it stands, which the ranking then reports as not known.
     */
    public static Optional<String> name(List<String> texts, Knowledge knowledge) {
        for (String text : texts) {
            if (isKnown(text, knowledge)) {
                return Optional.of(text);
            }
        }
        for (String text : texts) {
            String ingredient = text.split("[0-9(]", 2)[0].strip();
            if (!ingredient.isEmpty() && isKnown(ingredient, knowledge)) {
                return Optional.of(ingredient);
            }
        }
        return texts.stream().findFirst();
    }

    private static boolean isKnown(String text, Knowledge knowledge) {
        return knowledge.findDrug(text).isPresent()
                || !knowledge.interactionClassesOf(text).isEmpty();
    }
}
