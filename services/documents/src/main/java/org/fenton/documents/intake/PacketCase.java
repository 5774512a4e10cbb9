package org.fenton.documents.intake;

import com.fasterxml.jackson.databind.node.TextNode;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.ranking.RankingPolicy;
import org.fenton.documents.CaseDocument;
import org.fenton.documents.CaseReader;
import org.fenton.documents.DocumentException;
import org.fenton.documents.DocumentException.Problem;
import org.phenopackets.schema.v2.Phenopacket;

/** A Phenopacket of a cohort as a case; its id becomes the label, so that its ranking can be told from others. */
public final class PacketCase {
    /** Where a packet lacks something that it has no place for. */
    private static final String WHOLE = "/diseases";

    private PacketCase() {}

    /** @throws DocumentException with what is wrong, at its places in the packet */
    public static CaseDocument read(byte[] json, Knowledge knowledge, RankingPolicy policy) {
        Phenopacket packet;
        try {
            packet = Packets.read(json);
        } catch (InvalidProtocolBufferException unreadable) {
            throw new DocumentException(
                    List.of(new Problem("", "this is no Phenopacket v2: " + unreadable.getMessage(), "")));
        }
        CaseDraft draft = new CaseFromPhenopacket(packet, knowledge).draft();
        if (!draft.problems().isEmpty()) {
            throw new DocumentException(draft.problems().stream()
                    .map(obstacle -> new Problem(obstacle.place(), obstacle.detail(), obstacle.suggestion()))
                    .toList());
        }
        if (!packet.getId().isBlank()) {
            draft.put("label", TextNode.valueOf(packet.getId()), "/id");
        }
        try {
            return CaseReader.read(draft.bytes(), knowledge, policy);
        } catch (DocumentException refused) {
            throw new DocumentException(refused.problems().stream()
                    .map(problem -> new Problem(
                            draft.placeOf(problem.pointer(), WHOLE), problem.detail(), problem.suggestion()))
                    .toList());
        }
    }
}
