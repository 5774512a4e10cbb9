package org.fenton.rescoring.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All rows of one case in one result, in the order of its lists. */
record CaseRows(String caseId, String label, List<RankedRow> rows) implements Comparable<CaseRows> {
    /** The first candidate of the best supported lane. */
    Optional<RankedRow> top() {
        return rows.stream().filter(RankedRow::favourable).findFirst();
    }

    Optional<RankedRow> row(String combination) {
        return rows.stream()
                .filter(row -> row.combination().equals(combination))
                .findFirst();
    }

    /** Safety stops by {@code combination rule}, with what the rule says. */
    Map<String, RankedRow> stops() {
        Map<String, RankedRow> stops = new TreeMap<>();
        rows.stream().filter(RankedRow::stopped).forEach(row -> stops.put(row.combination() + " " + row.source(), row));
        return stops;
    }

    List<String> favourable() {
        List<String> shown = new ArrayList<>();
        rows.stream().filter(RankedRow::favourable).forEach(row -> shown.add(row.combination()));
        return shown;
    }

    @Override
    public int compareTo(CaseRows other) {
        int order = caseId.compareTo(other.caseId);
        return order != 0 ? order : label.compareTo(other.label);
    }
}
