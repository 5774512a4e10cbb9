package org.fenton.catalog.safety;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.fenton.catalog.seed.Keys;
import org.fenton.catalog.seed.SeedFolder;
import org.fenton.catalog.seed.SeedKeys;
import org.fenton.catalog.seed.SeedRow;
import org.fenton.core.knowledge.SafetyRule.Action;
import org.fenton.core.safety.SafetyCondition;

/** A safety rule: what it applies to, when it fires, and what follows. */
@Entity
@Table(name = "safety_rule")
public class SafetyRuleEntity extends PanacheEntityBase {
    private static final List<String> COLUMNS = List.of(
            "id",
            "category",
            "drugs",
            "classes",
            "trigger",
            "threshold",
            "condition",
            "action",
            "actionText",
            "severity",
            "rationale",
            "confidence",
            "source");

    @Id
    public String id;

    public String category;
    public List<String> drugs;
    public List<String> classes;
    public String trigger;
    public String threshold;

    /** In the grammar of docs/data.md; the loader refuses what core cannot parse. */
    public String condition;

    @Enumerated(EnumType.STRING)
    public Action action;

    public String actionText;

    @Enumerated(EnumType.STRING)
    public Severity severity;

    public String rationale;
    public String confidence;
    public List<String> sources;

    public static List<SafetyRuleEntity> read(SeedFolder folder, SeedKeys keys) {
        Keys own = new Keys("safety rule");
        return folder.read("rules.tsv", COLUMNS).stream()
                .map(row -> read(row, own, keys))
                .toList();
    }

    private static SafetyRuleEntity read(SeedRow row, Keys own, SeedKeys keys) {
        SafetyRuleEntity rule = new SafetyRuleEntity();
        rule.id = row.newKey("id", own);
        rule.category = row.required("category");
        rule.drugs = row.keys("drugs", keys.drugs());
        rule.classes = row.keys("classes", keys.classes());
        if (row.text("drugs") == null && row.text("classes") == null) {
            row.refuse("drugs", "a rule applies to at least one drug or class", "");
        }
        rule.trigger = row.required("trigger");
        rule.threshold = row.text("threshold");
        row.required("condition");
        rule.condition = row.checked("condition", SafetyRuleEntity::whyNotACondition);
        rule.action = row.oneOf("action", Action.class);
        rule.actionText = row.required("actionText");
        rule.severity = row.oneOf("severity", Severity.class);
        rule.rationale = row.required("rationale");
        rule.confidence = row.required("confidence");
        rule.sources = row.requiredKeys("source", keys.sources());
        return rule;
    }

    private static String whyNotACondition(String text) {
        try {
            SafetyCondition.parse(text);
            return null;
        } catch (IllegalArgumentException wrong) {
            return wrong.getMessage();
        }
    }
}
