package org.fenton.core.tumour;

import java.util.List;

/**
 * What should become of a process: ferroptosis be induced in a tumour, or be inhibited in a diseased tissue, under every
 * policy; a policy may add goals of its own.
 *
 * @param name one word for documents
 * @param process the node of the mechanism graph that is to be raised or lowered
 * @param sign +1 where more of the process is wanted, −1 where less
 * @param where what is treated: recorded tests count as tumour control there, or as protection
 * @param words for a sentence: {@code induce ferroptosis in the tumour}
 */
public record Goal(String name, String process, int sign, Where where, String words) {
    public static final String FERROPTOSIS = "ferroptosis";
    public static final Goal INDUCE =
            new Goal("INDUCE", FERROPTOSIS, 1, Where.TUMOUR, "induce ferroptosis in the tumour");
    public static final Goal INHIBIT =
            new Goal("INHIBIT", FERROPTOSIS, -1, Where.TISSUE, "inhibit ferroptosis in the tissue");

    public enum Where {
        TUMOUR,
        TISSUE
    }

    /** @throws IllegalArgumentException when the sign is neither +1 nor −1 */
    public Goal {
        if (sign != 1 && sign != -1) {
            throw new IllegalArgumentException("the sign of goal " + name + " is " + sign);
        }
    }

    /** Those of every policy. */
    public static List<Goal> values() {
        return List.of(INDUCE, INHIBIT);
    }

    /** Contexts of disease and curated lists speak of ferroptosis only. */
    public boolean isOfFerroptosis() {
        return process.equals(FERROPTOSIS);
    }

    @Override
    public String toString() {
        return name;
    }
}
