package org.fenton.gateway.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence of an answer, and what it names as its sources in brackets at the end. */
public record Sentence(String text, List<Reference> references) {
    private static final Pattern CITED = Pattern.compile("^(.*?)\\s*\\[([^\\[\\]]+)\\]$", Pattern.DOTALL);

    static Sentence of(String sentence) {
        Matcher cited = CITED.matcher(sentence);
        if (!cited.matches()) {
            return new Sentence(sentence, List.of());
        }
        List<Reference> references = new ArrayList<>();
        for (String each : cited.group(2).split("[;,]\\s*")) {
            String[] named = each.strip().split(" (?=and \\d+ more$)", 2);
            references.add(Reference.of(named[0]));
            if (named.length == 2) {
                references.add(new Reference(named[1], ""));
            }
        }
        return new Sentence(cited.group(1), references);
    }

    static List<Sentence> of(List<String> sentences) {
        return sentences.stream().map(Sentence::of).toList();
    }
}
