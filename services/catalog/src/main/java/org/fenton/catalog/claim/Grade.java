package org.fenton.catalog.claim;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fenton.core.knowledge.EvidenceLevel;

/**
 * The leading letter of a row's confidence: A was seen in the source, B is well established but no source was read, C must
 * be checked. What follows the letter says where it was seen.
 */
public enum Grade {
    A,
    B,
    C,
    UNSTATED;

    private static final Pattern CODE = Pattern.compile("^(A-rev|A-abs|A-db|A-data|A|B|C)(?![A-Za-z])");

    public static Grade of(String confidence) {
        String code = code(confidence);
        return code.isEmpty() ? UNSTATED : valueOf(code.substring(0, 1));
    }

    /** A database row and a review's abstract are kinds of evidence; the other codes do not say a kind. */
    static EvidenceLevel kindIn(String confidence) {
        return switch (code(confidence)) {
            case "A-db" -> EvidenceLevel.DATABASE;
            case "A-rev" -> EvidenceLevel.REVIEW;
            default -> null;
        };
    }

    /** {@code A-db} of {@code "A-db/B"}; empty where the text begins with no code. */
    static String code(String confidence) {
        Matcher code = CODE.matcher(confidence);
        return code.find() ? code.group() : "";
    }
}
