package org.fenton.core.knowledge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that name a salt, ester-free form or hydrate, never the moiety. */
public final class SaltWords {
    public static final Set<String> ALL = Set.of(
            "acetate",
            "anhydrous",
            "besylate",
            "bromide",
            "calcium",
            "chloride",
            "citrate",
            "dihydrate",
            "dihydrochloride",
            "dimesylate",
            "ditosylate",
            "disodium",
            "fumarate",
            "hemihydrate",
            "hydrate",
            "hydrobromide",
            "hydrochloride",
            "hcl",
            "lithium",
            "magnesium",
            "malate",
            "maleate",
            "mesilate",
            "mesylate",
            "monohydrate",
            "nitrate",
            "phosphate",
            "potassium",
            "salt",
            "sodium",
            "succinate",
            "sulfate",
            "sulphate",
            "tartrate",
            "tosilate",
            "tosylate",
            "trihydrate");

    private SaltWords() {}

    /** The name in lower case without its salt words; as given when nothing else would be left. */
    static String leftOutOf(String name) {
        String moiety = Arrays.stream(name.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(word -> !ALL.contains(word))
                .collect(Collectors.joining(" "));
        return moiety.isEmpty() ? name : moiety;
    }
}
