package org.fenton.catalog.combination;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fenton.catalog.claim.ClaimedRow;
import org.fenton.catalog.claim.Direction;
import org.fenton.catalog.claim.SubjectType;
import org.fenton.catalog.seed.Keys;
import org.fenton.catalog.seed.SeedFolder;
import org.fenton.catalog.seed.SeedKeys;
import org.fenton.catalog.seed.SeedRow;
import org.fenton.core.id.Combination;
import org.fenton.core.knowledge.EvidenceLevel;
import org.fenton.core.knowledge.KnownCombination.FerroptosisReadout;
import org.fenton.core.knowledge.KnownCombination.Outcome;

/** A pair (or a single agent) that somebody tested, with what came out. */
@Entity
@Table(name = "combination")
public class CombinationEntity extends PanacheEntityBase {
    private static final List<String> COLUMNS = List.of(
            "id",
            "agent1Text",
            "agent1Drugs",
            "agent1Role",
            "agent2Text",
            "agent2Drugs",
            "agent2Role",
            "scopes",
            "modelText",
            "resistanceText",
            "ferroptosis",
            "outcome",
            "outcomeText",
            "level",
            "ferroptosisMeasured",
            "mechanism",
            "studies",
            "confidence",
            "source",
            "note");

    @Id
    public String id;

    @ElementCollection
    @CollectionTable(name = "combination_agent", joinColumns = @JoinColumn(name = "combination"))
    @OrderColumn(name = "position")
    public List<CombinationAgent> agents;

    public List<String> scopes;
    public String modelText;
    public String resistanceText;

    @Enumerated(EnumType.STRING)
    public FerroptosisReadout ferroptosis;

    @Enumerated(EnumType.STRING)
    public Outcome outcome;

    public String outcomeText;

    @Enumerated(EnumType.STRING)
    public EvidenceLevel level;

    @Enumerated(EnumType.STRING)
    public FerroptosisMeasured ferroptosisMeasured;

    public String mechanism;
    public List<String> studies;
    public String confidence;
    public List<String> sources;
    public String note;

    public static List<CombinationEntity> read(SeedFolder folder, SeedKeys keys) {
        Keys own = new Keys("combination");
        return folder.read("combinations.tsv", COLUMNS).stream()
                .map(row -> read(row, own, keys))
                .toList();
    }

    private static CombinationEntity read(SeedRow row, Keys own, SeedKeys keys) {
        CombinationEntity combination = new CombinationEntity();
        combination.id = row.newKey("id", own);
        combination.agents = agents(row, keys);
        combination.scopes = row.requiredKeys("scopes", keys.scopes());
        combination.modelText = row.required("modelText");
        combination.resistanceText = row.text("resistanceText");
        combination.ferroptosis = row.oneOf("ferroptosis", FerroptosisReadout.class);
        combination.outcome = row.oneOf("outcome", Outcome.class);
        combination.outcomeText = row.required("outcomeText");
        combination.level = row.oneOf("level", EvidenceLevel.class);
        combination.ferroptosisMeasured = row.oneOf("ferroptosisMeasured", FerroptosisMeasured.class);
        combination.mechanism = row.text("mechanism");
        combination.studies = row.studies("studies");
        combination.confidence = row.required("confidence");
        combination.sources = row.requiredKeys("source", keys.sources());
        combination.note = row.text("note");
        return combination;
    }

    private static List<CombinationAgent> agents(SeedRow row, SeedKeys keys) {
        List<CombinationAgent> agents = new ArrayList<>();
        agents.add(new CombinationAgent(
                row.required("agent1Text"), row.keys("agent1Drugs", keys.drugs()), row.text("agent1Role")));
        if (row.text("agent2Text") != null) {
            agents.add(new CombinationAgent(
                    row.text("agent2Text"), row.keys("agent2Drugs", keys.drugs()), row.text("agent2Role")));
        } else if (row.text("agent2Drugs") != null || row.text("agent2Role") != null) {
            row.refuse("agent2Text", "must not be empty when the second agent has drugs or a role", "");
        }
        return agents;
    }

    /** The order-free ids of one drug of each agent, sorted; empty where an agent is no drug of the catalog. */
    List<String> pairs() {
        TreeSet<String> pairs = new TreeSet<>();
        List<String> seconds = agents.size() > 1 ? agents.get(1).drugs() : List.of();
        for (String first : agents.get(0).drugs()) {
            if (agents.size() == 1) {
                pairs.add(Combination.single(first).toString());
            }
            for (String second : seconds) {
                if (!first.equals(second)) {
                    pairs.add(Combination.of(first, second).toString());
                }
            }
        }
        return List.copyOf(pairs);
    }

    /** Ids of the rows that tested this very combination, whatever the order of its drugs. */
    static List<String> idsOf(Combination asked) {
        String sql = asked.isPair()
                ? "select a.combination from catalog.combination_agent a join catalog.combination_agent b"
                        + " on b.combination = a.combination and b.position <> a.position"
                        + " where :first = any (a.drugs) and :second = any (b.drugs)"
                : "select a.combination from catalog.combination_agent a where :first = any (a.drugs)"
                        + " and not exists (select from catalog.combination_agent b"
                        + " where b.combination = a.combination and b.position <> a.position)";
        var query = getEntityManager().createNativeQuery(sql).setParameter("first", asked.first());
        if (asked.isPair()) {
            query.setParameter("second", asked.second());
        }
        List<?> found = query.getResultList();
        return found.stream().map(String.class::cast).distinct().toList();
    }

    public ClaimedRow claimed() {
        String names = agents.stream().map(CombinationAgent::text).collect(Collectors.joining(" + "));
        String statement = names + " in " + modelText + ": " + outcomeText;
        var evidence = new ClaimedRow.Evidence(level, scopes, modelText, studies, confidence, sources);
        return new ClaimedRow(id, SubjectType.COMBINATION, id, statement, direction(), evidence);
    }

    /** Towards the question a combination is looked up for: do the agents do more together? */
    private Direction direction() {
        return switch (outcome) {
            case SYNERGY, SENSITISATION, BENEFIT -> Direction.SUPPORTS;
            case NO_BENEFIT, ANTAGONISM, PROTECTION -> Direction.DISPUTES;
            case SINGLE_AGENT, MECHANISTIC, SUBTYPE_DEPENDENT -> Direction.NEUTRAL;
        };
    }
}
