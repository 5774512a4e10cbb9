package org.fenton.catalog.claim;

/**
 * A claim's line of a release, written by the database. There may be very many claims, and a line made where the row lies
 * costs a fifth of one that is read, mapped, written and sent back. It is the line that canonical JSON of {@link ClaimView}
 * gives: ClaimLineTest holds the two against each other, so a member that is added to the one only is noticed.
 */
public final class ClaimLine {
    /** An expression on a row {@code c} of {@code catalog.claim}; members by name, absent where null or an empty list. */
    public static final String SQL = """
            concat('{"agentType":', to_json(c.agent_type), ',"confidence":', to_json(c.confidence),
                ',"direction":', to_json(c.direction), ',"grade":', to_json(c.grade), ',"id":', to_json(c.id),
                ',"inferred":', to_json(c.inferred), ',"knowledgeLevel":', to_json(c.knowledge_level),
                case when c.level is not null then concat(',"level":', to_json(c.level)) end,
                case when c.same_as <> '{}' then concat(',"sameAs":', to_json(c.same_as)) end,
                ',"scopes":', to_json(c.scopes),
                case when c.setting is not null then concat(',"setting":', to_json(c.setting)) end,
                ',"source":', to_json(c.sources),
                case when c.species <> '{}' then concat(',"species":', to_json(c.species)) end,
                ',"statement":', to_json(c.statement), ',"strength":', to_json(c.strength), ',"study":', to_json(c.study),
                ',"subject":{"id":', to_json(c.subject_id), ',"type":', to_json(c.subject_type), '},"type":"claim"}')""";

    private ClaimLine() {}
}
