package org.fenton.catalog.drug;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fenton.catalog.claim.StatementView;
import org.fenton.core.knowledge.Listing.State;

/** What about a drug cannot all hold at once; nothing is averaged away. */
final class Conflicts {
    private static final double TEN_FOLD = 1;

    private Conflicts() {}

    static List<DrugPage.Conflict> of(DrugView drug, List<DrugPage.Potency> potency, List<StatementView> statements) {
        Map<String, StatementView> byId =
                statements.stream().collect(Collectors.toMap(StatementView::id, Function.identity()));
        List<DrugPage.Conflict> conflicts = new ArrayList<>();
        for (DrugView.Listing listing : drug.listings()) {
            StatementView statement = byId.get(listing.id(drug.id()));
            if (statement != null && listing.state() == State.CONTESTED) {
                String text = "contested as " + DrugListingEntity.list(listing.kind())
                        + (listing.caveat() == null ? "" : ": " + listing.caveat());
                conflicts.add(conflict(DrugPage.Conflict.Kind.CLASS, text, List.of(statement.id()), statement));
            }
        }
        for (StatementView statement : statements) {
            opposed(statement, conflicts);
        }
        for (DrugTarget target : drug.targets()) {
            if (target.contested()) {
                String text = "disputed: " + target.effect().name().toLowerCase(java.util.Locale.ROOT) + " "
                        + target.node() + (target.assay() == null ? "" : " (" + target.assay() + ")");
                conflicts.add(new DrugPage.Conflict(DrugPage.Conflict.Kind.TARGET, text, List.of(), null));
            }
        }
        for (DrugPage.Potency measured : potency) {
            if (measured.disagreementLog10() != null && measured.disagreementLog10() >= TEN_FOLD) {
                String text = measured.node() + ": from " + measured.lowestNanomolar() + " to "
                        + measured.highestNanomolar() + " nM in different assays";
                conflicts.add(new DrugPage.Conflict(DrugPage.Conflict.Kind.POTENCY, text, List.of(), null));
            }
        }
        return conflicts;
    }

    /** Of the two statements that say the contrary of each other, the one that comes first tells it. */
    private static void opposed(StatementView statement, List<DrugPage.Conflict> conflicts) {
        for (StatementView.Opposition other : statement.opposedBy()) {
            if (statement.id().compareTo(other.statement()) < 0) {
                boolean pair = DrugPages.isCombination(statement);
                String text = statement.statement()
                        + (other.samePlace() ? " / the contrary is recorded too: " : " / elsewhere: ")
                        + other.statement();
                conflicts.add(conflict(
                        pair ? DrugPage.Conflict.Kind.COMBINATION : DrugPage.Conflict.Kind.DIRECTION,
                        text,
                        List.of(statement.id(), other.statement()),
                        statement));
            }
        }
    }

    private static DrugPage.Conflict conflict(
            DrugPage.Conflict.Kind kind, String text, List<String> ids, StatementView statement) {
        return new DrugPage.Conflict(kind, text, ids, statement.evidence().disagreement());
    }
}
