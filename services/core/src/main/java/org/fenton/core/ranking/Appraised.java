package org.fenton.core.ranking;

import java.util.List;
import java.util.Optional;
import org.fenton.core.id.Combination;
import org.fenton.core.mechanism.FerroptosisEffect;
import org.fenton.core.safety.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A candidate in numbers: all that its place depends on. Thousands are made for a case and a few are shown, so paths, findings
 * and words are found when asked for, and kept. For one thread.
 */
final class Appraised {
    private final Grounds grounds;
    final Combination combination;
    final DrugInCase first;
    final @Nullable DrugInCase second;
    final TermValues values;
    final List<KnownEvidence.Hit> hits;
    /** The outlook that effect and tests give, whatever the disease wants. */
    private final Outlook alone;

    final Outlook outlook;
    final Lane lane;
    final double score;
    final double lower;
    final double upper;

    private @Nullable TieBreak tieBreak;
    private @Nullable FerroptosisEffect effect;
    private @Nullable List<Finding> safety;
    private @Nullable Ledger ledger;

    /** What places a candidate apart from its score. */
    record Placing(Outlook alone, Outlook outlook, Lane lane) {}

    Appraised(
            Grounds grounds,
            Combination combination,
            DrugInCase first,
            @Nullable DrugInCase second,
            TermValues values,
            List<KnownEvidence.Hit> hits,
            Placing placing) {
        this.grounds = grounds;
        this.combination = combination;
        this.first = first;
        this.second = second;
        this.values = values;
        this.hits = hits;
        this.alone = placing.alone;
        this.outlook = placing.outlook;
        this.lane = placing.lane;
        this.score = values.score();
        double half = values.halfWidth();
        this.lower = score - half;
        this.upper = score + half;
    }

    List<DrugInCase> drugs() {
        return second == null ? List.of(first) : List.of(first, second);
    }

    /** Negative when this one comes before another of its list: by score, then by what breaks ties, then by id. */
    int before(Appraised other) {
        int byScore = Double.compare(other.score, score);
        return byScore != 0 ? byScore : beforeEqual(other);
    }

    /** The same for candidates of equal score. */
    int beforeEqual(Appraised other) {
        int byTie = tieBreak().before(other.tieBreak());
        return byTie != 0 ? byTie : combination.compareTo(other.combination);
    }

    private TieBreak tieBreak() {
        TieBreak known = tieBreak;
        if (known == null) {
            boolean both = second != null && second.answers();
            DrugInCase leading = both && !first.answers() ? second : first;
            known = TieBreak.of(leading.behind(), both && first.answers() ? second.behind() : null);
            tieBreak = known;
        }
        return known;
    }

    FerroptosisEffect effect() {
        if (effect == null) {
            effect = DrugEffects.together(first.effect(), second == null ? null : second.effect());
        }
        return effect;
    }

    Optional<Abstention> abstention() {
        return Abstention.of(effect(), alone, outlook);
    }

    List<Finding> safety() {
        if (safety == null) {
            safety = grounds.findings(combination);
        }
        return safety;
    }

    Ledger ledger() {
        if (ledger == null) {
            ledger = grounds.ledger(this);
        }
        return ledger;
    }

    List<String> reasons() {
        return grounds.reasons(this);
    }

    List<String> against() {
        return grounds.against(this);
    }
}
