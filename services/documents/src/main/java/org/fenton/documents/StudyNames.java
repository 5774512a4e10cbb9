package org.fenton.documents;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One name for each paper. A row that gives one PMID and one DOI (or PMC id) names one paper twice; everywhere else that
 * DOI then reads as the PMID, so that a paper counts once.
 */
final class StudyNames {
    private final Map<String, String> pmidByOther = new TreeMap<>();

    /** Learns from a row; rows that name several papers teach nothing. */
    void learn(List<String> studies) {
        List<String> pmids =
                studies.stream().filter(study -> study.startsWith("PMID:")).toList();
        List<String> others = studies.stream()
                .filter(study -> study.startsWith("DOI:") || study.startsWith("PMC:"))
                .toList();
        if (pmids.size() == 1 && others.size() == 1) {
            pmidByOther.putIfAbsent(others.get(0), pmids.get(0));
        }
    }

    List<String> distinct(List<String> studies) {
        return studies.stream()
                .map(study -> pmidByOther.getOrDefault(study, study))
                .distinct()
                .toList();
    }
}
