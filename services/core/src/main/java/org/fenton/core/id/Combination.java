package org.fenton.core.id;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One drug or an unordered pair of drugs, by catalog id: {@code of(a, b)} equals {@code of(b, a)}.
 *
 * <p>The text form is the ids in code-point order joined by {@code +}, for example {@code ruxolitinib+sulfasalazine}.
 *
 * @param first the smaller id
 * @param second the larger id, or {@code null} for a single agent
 */
public record Combination(String first, @Nullable String second) implements Comparable<Combination> {
    public Combination {
        requireId(first);
        if (second != null) {
            requireId(second);
            if (first.compareTo(second) >= 0) {
                throw new IllegalArgumentException(
                        "a pair is two different drugs in order, not " + first + "+" + second);
            }
        }
    }

    public static Combination single(String drug) {
        return new Combination(drug, null);
    }

    public static Combination of(String a, String b) {
        return a.compareTo(b) < 0 ? new Combination(a, b) : new Combination(b, a);
    }

    /** The combination written as {@code a} or {@code a+b}, in either order. */
    public static Combination parse(String text) {
        String[] parts = text.split("\\+", -1);
        return switch (parts.length) {
            case 1 -> single(parts[0]);
            case 2 -> of(parts[0], parts[1]);
            default -> throw new IllegalArgumentException("one drug or two joined by '+', not '" + text + "'");
        };
    }

    public boolean isPair() {
        return second != null;
    }

    /** One or two ids, in order. */
    public List<String> drugs() {
        return second == null ? List.of(first) : List.of(first, second);
    }

    public boolean contains(String drug) {
        return first.equals(drug) || Objects.equals(second, drug);
    }

    private int length() {
        return first.length() + (second == null ? 0 : 1 + second.length());
    }

    private char tail(int at) {
        return at == 0 ? '+' : second.charAt(at - 1);
    }

    /** The order of the text forms, without making them: a ranking compares thousands. */
    @Override
    public int compareTo(Combination other) {
        int ours = first.length();
        int theirs = other.first.length();
        int shared = Math.min(length(), other.length());
        for (int i = 0; i < shared; i++) {
            char own = i < ours ? first.charAt(i) : tail(i - ours);
            char its = i < theirs ? other.first.charAt(i) : other.tail(i - theirs);
            if (own != its) {
                return own - its;
            }
        }
        return length() - other.length();
    }

    @Override
    public String toString() {
        return second == null ? first : first + "+" + second;
    }

    private static void requireId(String id) {
        if (id.isEmpty() || id.indexOf('+') >= 0) {
            throw new IllegalArgumentException("a drug id is not empty and has no '+': '" + id + "'");
        }
    }
}
