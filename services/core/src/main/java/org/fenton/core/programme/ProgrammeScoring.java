package org.fenton.core.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.fenton.core.id.GeneSymbol;
import org.fenton.core.pathway.ExpressionMatrix;
import org.fenton.core.pathway.FalseDiscovery;
import org.fenton.core.pathway.Network;
import org.fenton.core.pathway.NetworkEdge;
import org.fenton.core.programme.ProgrammeActivity.Coverage;
import org.fenton.core.programme.ProgrammeActivity.Score;

/**
 * Scores programmes in every condition of a matrix.
 *
 * <p>Formula: a {@link GeneProgramme} is the {@code ulm} t value of its signs (+1, -1; 0 for all other genes) over all
 * genes of the profile, see {@link org.fenton.core.pathway.Ulm}; about √n times the set's mean distance from the profile's
 * mean. An {@link ActivityProgramme} is the mean of the ulm t values of its + members less that of its - members, so that
 * both arms weigh the same. Doubt of a t value is √(total / measured): 1 where all is measured, the standard error of t
 * under its own model, and growing as coverage falls. Of a balance it is √(Σ over arms of k/n · Σ doubt² / n²), with n of k
 * members scored. The growth with coverage is set by judgement, not fitted.
 *
 * <p>Input: an {@link ExpressionMatrix} that is a z-score or a contrast (a log2 table is standardised first, as levels
 * differ between genes), and the networks that members name. A gene that was not measured is left out, never 0.
 *
 * <p>Output: a number in t units, positive when + members are high; sign flips with the profile's. p is two-sided and
 * takes genes for independent, so it flatters sets that move together. There is none for a balance of several activities.
 *
 * <p>Empty: a gene set without its key genes or half of its genes, and a balance without half of each arm, has no score
 * and says why; a member regulon needs {@value #MIN_TARGETS} measured targets. NaN cannot occur in a matrix.
 *
 * <p>Errors: a constant condition or fewer than 3 genes is refused, and so is a member of a network that is not given.
 *
 * <p>Source: ulm as Badia-i-Mompel et al. 2022, doi:10.1093/bioadv/vbac016; members as {@code members.tsv} says.
 */
public final class ProgrammeScoring {
    static final int MIN_TARGETS = 5;

    private final List<Programme> programmes;
    private final Map<String, Network> networks = new HashMap<>();

    /** @throws IllegalArgumentException when a member's network is not given or does not know it */
    public ProgrammeScoring(Programmes programmes, Map<String, Network> networks) {
        this.programmes = programmes.list();
        List<NetworkEdge> sets = new ArrayList<>();
        Map<String, List<NetworkEdge>> regulons = new HashMap<>();
        for (Programme programme : this.programmes) {
            if (programme instanceof GeneProgramme set) {
                sets.addAll(set.edges());
            }
        }
        if (!sets.isEmpty()) {
            this.networks.put(ActivityProgramme.PROGRAMMES, new Network(ActivityProgramme.PROGRAMMES, sets));
        }
        for (ActivityProgramme.Member member : members()) {
            Network network = this.networks.getOrDefault(member.network(), networks.get(member.network()));
            if (network == null || network.targetsOf(member.activity()).isEmpty()) {
                throw new IllegalArgumentException(
                        "no network with " + member.name() + " is given, which a programme needs");
            }
            if (!member.network().equals(ActivityProgramme.PROGRAMMES)) {
                regulons.computeIfAbsent(member.network(), name -> new ArrayList<>())
                        .addAll(network.targetsOf(member.activity()));
            }
        }
        regulons.forEach((name, edges) -> this.networks.put(
                name, new Network(name, edges.stream().distinct().toList())));
    }

    private List<ActivityProgramme.Member> members() {
        return programmes.stream()
                .filter(ActivityProgramme.class::isInstance)
                .flatMap(programme -> ((ActivityProgramme) programme).members().stream())
                .toList();
    }

    /** One entry a condition and programme, in the order of the matrix and of the definitions. */
    public List<ProgrammeActivity> score(ExpressionMatrix matrix) {
        Set<GeneSymbol> genes = Set.copyOf(matrix.genes());
        Map<String, MemberActivities> activities = new HashMap<>();
        networks.forEach((name, network) -> activities.put(
                name,
                MemberActivities.infer(matrix, network, name.equals(ActivityProgramme.PROGRAMMES) ? 1 : MIN_TARGETS)));
        List<ProgrammeActivity> all = new ArrayList<>();
        for (String condition : matrix.conditions()) {
            List<ProgrammeActivity> ofCondition = new ArrayList<>();
            Map<String, ProgrammeActivity> sets = new HashMap<>();
            for (Programme programme : programmes) {
                if (programme instanceof GeneProgramme set) {
                    sets.put(set.key(), ofSet(set, genes, activities.get(ActivityProgramme.PROGRAMMES), condition));
                }
            }
            Balance balance = new Balance(activities, sets, condition);
            for (Programme programme : programmes) {
                ofCondition.add(
                        programme instanceof ActivityProgramme activity
                                ? balance.of(activity)
                                : sets.get(programme.key()));
            }
            all.addAll(withFalseDiscoveryRates(ofCondition));
        }
        return all;
    }

    private static ProgrammeActivity ofSet(
            GeneProgramme set, Set<GeneSymbol> genes, MemberActivities activities, String condition) {
        List<GeneProgramme.Member> measured = set.measured(genes);
        List<String> missing = set.members().stream()
                .filter(member -> !genes.contains(member.gene()))
                .map(member -> member.gene().value())
                .toList();
        Optional<String> lack = set.lack(measured);
        Coverage coverage = new Coverage(measured.size(), set.size(), missing, lack.orElse(""));
        if (lack.isPresent()) {
            return new ProgrammeActivity(set.key(), condition, Optional.empty(), coverage);
        }
        var t = activities.find(set.key(), condition).orElseThrow();
        double doubt = Math.sqrt(1 / coverage.fraction());
        Score score = new Score(t.score(), doubt, t.pValue(), OptionalDouble.empty());
        return new ProgrammeActivity(set.key(), condition, Optional.of(score), coverage);
    }

    private static List<ProgrammeActivity> withFalseDiscoveryRates(List<ProgrammeActivity> activities) {
        List<ProgrammeActivity> rated = new ArrayList<>(activities);
        List<Integer> tested = new ArrayList<>();
        for (int i = 0; i < activities.size(); i++) {
            if (activities.get(i).score().filter(s -> s.pValue().isPresent()).isPresent()) {
                tested.add(i);
            }
        }
        double[] p = tested.stream()
                .mapToDouble(
                        i -> activities.get(i).score().orElseThrow().pValue().orElseThrow())
                .toArray();
        double[] rates = FalseDiscovery.benjaminiHochberg(p);
        for (int k = 0; k < rates.length; k++) {
            rated.set(tested.get(k), activities.get(tested.get(k)).withFalseDiscoveryRate(rates[k]));
        }
        return rated;
    }
}
