package org.fenton.learning.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Mean and standard deviation of each inferred activity over the lines of the reference panel. */
public final class ActivityReference {
    private static final String HEADER = "network\tsource\tmean\tsd\tn";

    private final SortedMap<String, Moments> activities;

    ActivityReference(Map<String, Moments> activities) {
        this.activities = new TreeMap<>(activities);
    }

    static String key(String network, String source) {
        return network + "\t" + source;
    }

    /** Standard deviations above the panel's mean; empty for an activity that the panel does not have or that is constant. */
    public OptionalDouble standardise(String network, String source, double score) {
        Moments moments = activities.get(key(network, source));
        return moments == null || moments.sd() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(moments.standardised(score));
    }

    public String toTsv() {
        StringBuilder tsv = new StringBuilder(HEADER).append('\n');
        activities.forEach((key, moments) ->
                tsv.append(key).append('\t').append(moments.cells()).append('\n'));
        return tsv.toString();
    }

    public static ActivityReference fromTsv(String tsv) {
        Map<String, Moments> activities = new HashMap<>();
        tsv.lines().skip(1).forEach(line -> {
            String[] cells = line.split("\t");
            activities.put(key(cells[0], cells[1]), Moments.parse(cells[2], cells[3], cells[4]));
        });
        return new ActivityReference(activities);
    }
}
