package org.fenton.core.programme;

import java.util.Comparator;
import java.util.List;

/**
 * A balance of inferred activities: one arm raises it, the other lowers it.
 *
 * @param members sorted by network and source; at least one with sign +1
 */
public record ActivityProgramme(Description description, List<Member> members) implements Programme {
    /** The network name under which a member is another programme, a {@link GeneProgramme}. */
    public static final String PROGRAMMES = "programmes";

    /**
     * @param network {@code collectri}, {@code progeny} or {@value #PROGRAMMES}
     * @param activity the source within it, such as {@code STAT3}
     * @param sign +1 or -1, the arm
     * @param source why it is a member
     */
    public record Member(String network, String activity, int sign, String source) {
        /** {@code collectri:STAT3}. */
        public String name() {
            return network + ":" + activity;
        }
    }

    public ActivityProgramme {
        members = members.stream().sorted(Comparator.comparing(Member::name)).toList();
        if (members.stream().noneMatch(member -> member.sign() > 0)) {
            throw new IllegalArgumentException("programme " + description.key() + " has no member that raises it");
        }
    }

    @Override
    public int size() {
        return members.size();
    }

    List<Member> arm(int sign) {
        return members.stream().filter(member -> member.sign() == sign).toList();
    }
}
