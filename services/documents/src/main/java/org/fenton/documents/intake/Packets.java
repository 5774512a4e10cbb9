package org.fenton.documents.intake;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.nio.charset.StandardCharsets;
import org.fenton.documents.DocumentException;
import org.fenton.documents.Json;
import org.phenopackets.schema.v2.Phenopacket;

/** The JSON form of a Phenopacket v2. */
public final class Packets {
    private static final byte[] METADATA = "\"metaData\"".getBytes(StandardCharsets.US_ASCII);

    private Packets() {}

    /**
     * Read twice: the first reading refuses doubled keys and deep nesting, the second what is no Phenopacket.
     *
     * @throws DocumentException when it is no JSON
     */
    public static Phenopacket read(byte[] json) throws InvalidProtocolBufferException {
        Json.parse(json);
        Phenopacket.Builder packet = Phenopacket.newBuilder();
        JsonFormat.parser().merge(new String(json, StandardCharsets.UTF_8), packet);
        return packet.build();
    }

    /** Whether a document may be a Phenopacket: every one has {@code metaData}, and no case has. */
    public static boolean mayBe(byte[] json) {
        int last = json.length - METADATA.length;
        for (int at = 0; at <= last; at++) {
            int same = 0;
            while (same < METADATA.length && json[at + same] == METADATA[same]) {
                same++;
            }
            if (same == METADATA.length) {
                return true;
            }
        }
        return false;
    }
}
