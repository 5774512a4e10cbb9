package org.fenton.learning.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fenton.core.id.GeneSymbol;
import org.fenton.core.pathway.ActivityMethod;
import org.fenton.core.pathway.ActivityTable;
import org.fenton.core.pathway.ExpressionProfile;
import org.fenton.core.pathway.MeasuredNetwork;
import org.fenton.core.pathway.Network;
import org.fenton.core.pathway.NetworkEdge;
import org.fenton.core.pathway.PathwayActivity;
import org.fenton.core.pathway.Ulm;

/**
 * The two networks of a bundle and the activities they give.
 *
 * @param collectri signed regulons of transcription factors
 * @param progeny pathway footprints, the {@value #FOOTPRINT} genes of smallest p of each pathway
 */
public record PathwayNetworks(Network collectri, Network progeny) {
    public static final String COLLECTRI = "collectri";
    public static final String PROGENY = "progeny";
    public static final int FOOTPRINT = 100;
    public static final int MIN_SIZE = 5;

    /** An activity with the network it comes from and how much of its targets was measured. */
    public record Inferred(String network, PathwayActivity activity, int targetsMeasured, int targetsTotal) {}

    /** Both networks, CollecTRI first. */
    public List<Network> list() {
        return List.of(collectri, progeny);
    }

    /**
     * Activities of both networks by {@code ulm}, see {@link #infer(List, ActivityMethod, ExpressionProfile, int)}.
     *
     * @throws IllegalArgumentException when the profile is constant or has too few genes of both networks
     */
    public List<Inferred> infer(ExpressionProfile profile, int minSize) {
        return infer(list(), new Ulm(), profile, minSize);
    }

    /**
     * Activities by any method, in the order of the networks, sources sorted. False discovery rates are within a network.
     *
     * @throws IllegalArgumentException when the profile is constant or has too few genes of all networks or for the method
     */
    public static List<Inferred> infer(
            List<Network> networks, ActivityMethod method, ExpressionProfile profile, int minSize) {
        List<Inferred> all = new ArrayList<>();
        for (Network network : networks) {
            MeasuredNetwork measured = MeasuredNetwork.on(profile.matrix(), network, minSize);
            if (measured.sources().isEmpty()) {
                continue;
            }
            ActivityTable table = method.infer(profile.matrix(), measured);
            for (int s = 0; s < measured.sources().size(); s++) {
                int total = network.targetsOf(measured.sources().get(s)).size();
                all.add(new Inferred(network.name(), table.activity(s, 0), measured.size(s), total));
            }
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("no pathway or regulon has " + minSize + " measured targets among the "
                    + profile.genes().size() + " genes given");
        }
        return all;
    }

    /** A network as a bundle writes it; NA where an edge states no p. */
    public static String toTsv(Network network) {
        StringBuilder tsv = new StringBuilder("source\ttarget\tweight\tp\n");
        for (NetworkEdge edge : network.edges()) {
            Double p = edge.pValue();
            tsv.append(edge.source()).append('\t').append(edge.target()).append('\t');
            tsv.append(number(edge.weight()))
                    .append('\t')
                    .append(p == null ? "NA" : number(p))
                    .append('\n');
        }
        return tsv.toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** The symbols either network targets. */
    public Set<GeneSymbol> targets() {
        return targets(list());
    }

    /** The symbols that any of the networks targets. */
    public static Set<GeneSymbol> targets(List<Network> networks) {
        Set<GeneSymbol> targets = new HashSet<>();
        networks.forEach(network -> network.edges().forEach(edge -> targets.add(edge.target())));
        return targets;
    }
}
