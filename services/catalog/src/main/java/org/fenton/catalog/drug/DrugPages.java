package org.fenton.catalog.drug;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fenton.catalog.claim.ClaimView;
import org.fenton.catalog.claim.StatementQuery;
import org.fenton.catalog.claim.StatementView;
import org.fenton.catalog.claim.Statements;
import org.fenton.catalog.claim.SubjectType;
import org.fenton.core.knowledge.Drug.Reachable;

/** Puts a drug's page together. */
final class DrugPages {
    private static final int STATEMENTS_SHOWN = 200;
    private static final int CLAIMS_NAMED = 100;

    private DrugPages() {}

    static DrugPage of(DrugView drug) {
        StatementQuery asked = new StatementQuery();
        asked.drug = drug.id();
        List<String> ids = asked.ids("", STATEMENTS_SHOWN);
        boolean complete = ids.size() <= STATEMENTS_SHOWN;
        List<StatementView> statements = Statements.of(complete ? ids : ids.subList(0, STATEMENTS_SHOWN));
        List<DrugPage.Potency> potency = Potencies.of(drug.targets());
        return new DrugPage(
                drug,
                states(drug),
                atFreeCmax(drug),
                potency,
                Conflicts.of(drug, potency, statements),
                statements,
                complete);
    }

    private static List<DrugPage.State> states(DrugView drug) {
        List<String> asked = new ArrayList<>(
                drug.listings().stream().map(listing -> listing.id(drug.id())).toList());
        ClassState approval = ClassState.of(drug.approval());
        if (approval != null) {
            asked.add(approval.statementOn(drug.id()));
        }
        Map<String, StatementView> said =
                Statements.of(asked).stream().collect(Collectors.toMap(StatementView::id, Function.identity()));
        List<DrugPage.State> states = new ArrayList<>();
        for (DrugView.Listing listing : drug.listings()) {
            StatementView statement = said.get(listing.id(drug.id()));
            states.add(state(ClassState.of(listing.state()), listing.kind().name(), statement, listing.caveat(), drug));
        }
        if (approval != null) {
            StatementView statement = said.get(approval.statementOn(drug.id()));
            states.add(state(approval, "approval", statement, drug.approvalText(), drug));
        }
        return states;
    }

    private static DrugPage.State state(
            ClassState state, String as, StatementView statement, String because, DrugView drug) {
        boolean offered = drug.patientUse().allowed();
        var consequence = new DrugPage.Consequence(
                offered ? state.ranking() : "left out of every ranking, and listed as left out",
                offered
                        ? state.patients()
                        : "never shown for a patient: " + drug.patientUse().reason());
        List<String> claims = statement == null
                ? List.of()
                : Statements.claims(statement.id(), CLAIMS_NAMED).stream()
                        .map(ClaimView::id)
                        .toList();
        return new DrugPage.State(
                state,
                as,
                statement == null ? null : statement.id(),
                statement == null ? null : statement.evidence(),
                claims,
                because,
                consequence);
    }

    /** The facts compare with total plasma levels and give no unbound fraction: only a no can be carried over. */
    private static DrugPage.Reach atFreeCmax(DrugView drug) {
        return switch (drug.exposure().reachable()) {
            case NO ->
                new DrugPage.Reach(Reachable.NO, "not reached by the total concentration, hence not by the unbound");
            case YES ->
                new DrugPage.Reach(
                        Reachable.UNKNOWN,
                        "reached by the total concentration; the facts give no unbound fraction to compare");
            case UNKNOWN ->
                new DrugPage.Reach(Reachable.UNKNOWN, "the facts do not compare potency with plasma levels");
        };
    }

    static boolean isCombination(StatementView statement) {
        return statement.subject().type() == SubjectType.COMBINATION;
    }
}
