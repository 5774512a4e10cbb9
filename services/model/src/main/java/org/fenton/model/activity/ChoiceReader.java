package org.fenton.model.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.fenton.core.pathway.ActivityMethod;
import org.fenton.core.pathway.Network;
import org.fenton.http.CloseNames;
import org.fenton.http.Problem.Fault;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.fenton.learning.reference.ActivityMethods;
import org.fenton.learning.reference.PathwayNetworks;

/** Reads what a request asks for beside its profile, or says which of its words is unknown. */
final class ChoiceReader {
    static final String PROGRAMMES = "programmes";

    private static final String DEFAULT_METHOD = "ulm";

    private final List<Fault> faults = new ArrayList<>();

    private ChoiceReader() {}

    /**
     * @param networks in the bundle's order, whatever the request's
     * @param include what to add to the activities
     */
    record Choice(ActivityMethod method, List<Network> networks, int minSize, Set<String> include) {}

    static Choice choice(ActivitiesRequest request, PathwayNetworks known) {
        return new ChoiceReader().read(request, known);
    }

    private Choice read(ActivitiesRequest request, PathwayNetworks known) {
        String method = request.method() == null ? DEFAULT_METHOD : request.method();
        List<String> names = known.list().stream().map(Network::name).toList();
        List<String> networks = request.networks() == null ? names : request.networks();
        List<String> include = request.include() == null ? List.of() : request.include();
        check("/method", method, ActivityMethods.names());
        checkAll("/networks", networks, names);
        checkAll("/include", include, List.of(PROGRAMMES));
        if (!faults.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, faults.size() + " value(s) cannot be read", faults);
        }
        return new Choice(
                ActivityMethods.named(method),
                known.list().stream()
                        .filter(network -> networks.contains(network.name()))
                        .toList(),
                request.minsize() == null ? PathwayNetworks.MIN_SIZE : request.minsize(),
                Set.copyOf(include));
    }

    private void checkAll(String pointer, List<String> words, Collection<String> known) {
        for (int i = 0; i < words.size(); i++) {
            check(pointer + "/" + i, String.valueOf(words.get(i)), known);
        }
    }

    private void check(String pointer, String word, Collection<String> known) {
        if (!known.contains(word)) {
            List<String> close = CloseNames.of(word, known);
            String suggestion = String.join(", ", close.isEmpty() ? known : close);
            faults.add(new Fault(pointer, "'" + word + "' is not known here", suggestion));
        }
    }
}
