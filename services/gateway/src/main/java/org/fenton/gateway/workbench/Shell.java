package org.fenton.gateway.workbench;

import java.util.List;
import org.fenton.core.ranking.TermKind;
import org.fenton.documents.RankingWriter;

/**
 * What every page has around its content.
 *
 * @param gap what the page has to do without; empty when nothing
 * @param who looks at it
 */
public record Shell(Section section, String title, Provenance provenance, String gap, String who) {
    public String notice() {
        return RankingWriter.RESEARCH_USE;
    }

    public List<Section> sections() {
        return List.of(Section.values());
    }

    public boolean isIn(Section other) {
        return section == other;
    }

    public List<TermKind> terms() {
        return List.of(TermKind.values());
    }
}
