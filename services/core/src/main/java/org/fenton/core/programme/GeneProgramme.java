package org.fenton.core.programme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fenton.core.id.GeneSymbol;
import org.fenton.core.pathway.NetworkEdge;

/**
 * A signed gene set.
 *
 * @param keyGenes genes without any one of which the rest does not stand for the programme
 * @param members sorted by gene, each gene once
 */
public record GeneProgramme(Description description, Set<GeneSymbol> keyGenes, List<Member> members)
        implements Programme {
    /**
     * @param sign +1 when expression of the gene raises the programme, -1 when it lowers it
     * @param source where that is from
     */
    public record Member(GeneSymbol gene, int sign, String source) {}

    public GeneProgramme {
        keyGenes = Set.copyOf(keyGenes);
        members = members.stream().sorted(Comparator.comparing(Member::gene)).toList();
        Set<GeneSymbol> seen = new HashSet<>();
        for (Member member : members) {
            if (!seen.add(member.gene())) {
                throw new IllegalArgumentException(
                        "programme " + description.key() + " names " + member.gene() + " twice");
            }
        }
        if (members.isEmpty() || !seen.containsAll(keyGenes)) {
            throw new IllegalArgumentException("programme " + description.key()
                    + " needs at least one gene, and its key genes " + keyGenes + " among them");
        }
    }

    @Override
    public int size() {
        return members.size();
    }

    /** The members that were measured, in the order of {@link #members}. */
    List<Member> measured(Collection<GeneSymbol> genes) {
        return members.stream().filter(member -> genes.contains(member.gene())).toList();
    }

    List<NetworkEdge> edges() {
        return members.stream()
                .map(member -> NetworkEdge.of(key(), member.gene(), member.sign()))
                .toList();
    }

    /** Why these measured members give no score; empty when they do. */
    Optional<String> lack(List<Member> measured) {
        List<GeneSymbol> absent = new ArrayList<>(keyGenes);
        measured.forEach(member -> absent.remove(member.gene()));
        if (!absent.isEmpty()) {
            absent.sort(Comparator.naturalOrder());
            return Optional.of("its key gene " + absent.get(0) + " has no value");
        }
        int needed = Programme.needed(members.size());
        return measured.size() >= needed
                ? Optional.empty()
                : Optional.of(measured.size() + " of " + members.size() + " genes measured, " + needed + " needed");
    }
}
