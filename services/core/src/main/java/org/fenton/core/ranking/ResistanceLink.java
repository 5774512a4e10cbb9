package org.fenton.core.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.fenton.core.knowledge.Drug;
import org.fenton.core.knowledge.DrugTarget;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.knowledge.ResistanceMechanism;
import org.fenton.core.mechanism.CaseScopes;
import org.fenton.core.mechanism.ScopeMatch;
import org.fenton.core.tumour.TumourCase;

/**
 * Links the failed drug to partner classes through the catalog's resistance mechanisms.
 *
 * <p>A row applies when it names the failed drug or one of its classes. Its fit is
 * closeness × markers × liability, with closeness 1 in the same disease, ½ elsewhere; markers (agree + 1)/(agree + disagree + 2)
 * over the row's markers that the case knows; and liability min(1, 2·logistic) of the most active liability that the case
 * knows (score/2 of a factor, value of a gene), 1 when it knows none: what is not active in this tumour is no liability. A drug of a suggested partner class gets the fit, one that inhibits a named
 * liability 0.8 of it; the best row counts.
 */
final class ResistanceLink {
    private final Knowledge knowledge;
    private final TumourCase tumourCase;
    private final TreeMap<String, Fit> fits = new TreeMap<>();

    /** A resistance row that applies to the case, and how well. */
    record Fit(ResistanceMechanism row, double value, int agree, int disagree) {}

    /** The best row for one drug. */
    record Link(Fit fit, double value, String through) {}

    ResistanceLink(Knowledge knowledge, TumourCase tumourCase, CaseScopes scopes) {
        this.knowledge = knowledge;
        this.tumourCase = tumourCase;
        tumourCase.failedDrug().ifPresent(failed -> {
            Optional<Drug> drug = knowledge.findDrug(failed);
            Set<String> classes = drug.map(knowledge::classesOf).orElse(Set.of());
            for (ResistanceMechanism row : knowledge.resistance()) {
                if (names(row, failed, drug) || row.drugClasses().stream().anyMatch(classes::contains)) {
                    fits.put(row.id(), fit(row, scopes));
                }
            }
        });
    }

    Map<String, Fit> fits() {
        return fits;
    }

    Optional<Link> of(Drug drug) {
        List<Link> links = new ArrayList<>();
        Set<String> classes = knowledge.classesOf(drug);
        for (Fit fit : fits.values()) {
            Optional<String> shared = fit.row.partnerClasses().stream()
                    .filter(classes::contains)
                    .sorted()
                    .findFirst();
            Optional<DrugTarget> liability = drug.targets().stream()
                    .filter(target -> target.effect() == DrugTarget.Effect.INHIBIT
                            && target.directness() == DrugTarget.Directness.DIRECT
                            && !target.contested())
                    .filter(target -> fit.row.liabilities().contains(target.node()))
                    .min(Comparator.comparing((DrugTarget target) ->
                                    target.potencyNanomolar().isEmpty())
                            .thenComparing(DrugTarget::node));
            if (shared.isPresent()) {
                links.add(new Link(fit, fit.value, shared.get()));
            } else if (liability.isPresent()) {
                double share = liability.get().potencyNanomolar().isPresent() ? 0.8 : 0.4;
                links.add(new Link(fit, share * fit.value, liability.get().node()));
            }
        }
        return links.stream()
                .max(Comparator.comparingDouble(Link::value)
                        .thenComparing(link -> link.fit.row.id(), Comparator.reverseOrder()));
    }

    private boolean names(ResistanceMechanism row, String failed, Optional<Drug> drug) {
        return row.drugs().stream().anyMatch(name -> {
            if (name.toLowerCase(Locale.ROOT).equals(failed.toLowerCase(Locale.ROOT))) {
                return true;
            }
            return drug.isPresent()
                    && knowledge
                            .findDrug(name)
                            .filter(found -> found.id().equals(drug.get().id()))
                            .isPresent();
        });
    }

    private Fit fit(ResistanceMechanism row, CaseScopes scopes) {
        int agree = 0;
        int disagree = 0;
        for (ResistanceMechanism.Marker marker : row.markers()) {
            OptionalDouble value = tumourCase.state().factor(marker.node());
            if (value.isEmpty()) {
                value = tumourCase.state().gene(marker.node());
            }
            if (value.isPresent()
                    && (marker.direction() == ResistanceMechanism.Direction.UP
                            || marker.direction() == ResistanceMechanism.Direction.DOWN)) {
                boolean up = value.getAsDouble() > 0;
                if (up == (marker.direction() == ResistanceMechanism.Direction.UP)) {
                    agree++;
                } else {
                    disagree++;
                }
            }
        }
        ScopeMatch match = scopes.match(row.scopes(), knowledge);
        double closeness = match == ScopeMatch.EXACT ? 1 : 0.5;
        double markers = (agree + 1.0) / (agree + disagree + 2);
        return new Fit(row, closeness * markers * liability(row), agree, disagree);
    }

    private double liability(ResistanceMechanism row) {
        OptionalDouble most = row.liabilities().stream()
                .map(node -> {
                    OptionalDouble factor = tumourCase.state().factor(node);
                    return factor.isPresent()
                            ? OptionalDouble.of(factor.getAsDouble() / 2)
                            : tumourCase.state().gene(node);
                })
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max();
        return most.isEmpty() ? 1 : Math.min(1, 2 / (1 + StrictMath.exp(-most.getAsDouble())));
    }
}
