package org.fenton.gateway.phenopacket;

import com.google.protobuf.InvalidProtocolBufferException;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.documents.DocumentException;
import org.fenton.documents.intake.CaseDraft;
import org.fenton.documents.intake.CaseFromPhenopacket;
import org.fenton.documents.intake.Packets;
import org.fenton.http.ProblemException;
import org.fenton.http.ProblemType;
import org.phenopackets.schema.v2.Phenopacket;

/** Reads the JSON form of a Phenopacket v2. */
public final class PacketReader {
    private PacketReader() {}

    /** The case that the packet is read as, with what could not be read. */
    public static CaseDraft draft(byte[] json, Knowledge knowledge) {
        return new CaseFromPhenopacket(json(json), knowledge).draft();
    }

    static Phenopacket json(byte[] body) {
        try {
            return Packets.read(body);
        } catch (DocumentException problem) {
            throw new ProblemException(ProblemType.MALFORMED_JSON, problem.getMessage());
        } catch (InvalidProtocolBufferException unreadable) {
            throw invalid(unreadable);
        }
    }

    static ProblemException invalid(InvalidProtocolBufferException unreadable) {
        return new ProblemException(
                ProblemType.INVALID_REQUEST, "this is no Phenopacket v2: " + unreadable.getMessage());
    }
}
