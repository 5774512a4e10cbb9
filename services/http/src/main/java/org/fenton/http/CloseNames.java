package org.fenton.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The known names a misspelt one most likely meant. */
public final class CloseNames {
    private static final int MOST = 3;
    private static final int PREFIX_LENGTH = 4;

    private CloseNames() {}

    /**
     * At most three names, nearest first: those within one edit (Levenshtein, case ignored) per three characters of
     * {@code given}, two at least from four characters on, then those that begin with it or with which it begins.
     */
    public static List<String> of(String given, Collection<String> known) {
        String wanted = given.toLowerCase(Locale.ROOT);
        int allowed = wanted.length() < PREFIX_LENGTH ? 1 : Math.max(2, wanted.length() / 3);
        return known.stream()
                .distinct()
                .map(name -> new Near(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(near -> near.distance <= allowed || sharesPrefix(wanted, near.name.toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(MOST)
                .map(Near::name)
                .toList();
    }

    private record Near(String name, int distance) {}

    private static boolean sharesPrefix(String wanted, String name) {
        return Math.min(wanted.length(), name.length()) >= PREFIX_LENGTH
                && (name.startsWith(wanted) || wanted.startsWith(name));
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replace, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
