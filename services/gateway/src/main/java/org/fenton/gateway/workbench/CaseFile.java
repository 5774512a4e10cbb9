package org.fenton.gateway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.core.pathway.ExpressionProfile;
import org.fenton.core.pathway.ExpressionReader;
import org.fenton.core.pathway.MappingReport;
import org.fenton.core.pathway.ReadExpression;
import org.fenton.core.pathway.ReadOptions;
import org.fenton.core.pathway.Scale;
import org.fenton.core.pathway.TableException;
import org.fenton.documents.DocumentException;
import org.fenton.documents.Json;
import org.fenton.documents.intake.CaseDraft;
import org.fenton.gateway.phenopacket.PacketReader;
import org.fenton.http.ProblemException;

/** A file as the start of a case: a case document, a Phenopacket, or a table of expression values. */
final class CaseFile {
    private static final String FIELD = "file";
    private static final int LARGEST = 64 << 20;

    private final Knowledge knowledge;
    private final FieldFaults faults;

    CaseFile(Knowledge knowledge, FieldFaults faults) {
        this.knowledge = knowledge;
        this.faults = faults;
    }

    /**
     * @param mapping what became of a table's rows; empty for documents
     * @param notes what of the file a case has no place for
     */
    record Read(ObjectNode document, Optional<MappingReport> mapping, List<String> notes) {
        static Read nothing() {
            return new Read(JsonNodeFactory.instance.objectNode(), Optional.empty(), List.of());
        }
    }

    Read read(Fields.Upload file, String scale, String condition) {
        byte[] bytes = unpacked(file);
        int start = 0;
        while (start < bytes.length && bytes[start] <= ' ') { // a byte order mark is below, too
            start++;
        }
        faults.from("", FIELD);
        return start < bytes.length && bytes[start] == '{'
                ? document(bytes)
                : table(file.name(), bytes, scale, condition);
    }

    private byte[] unpacked(Fields.Upload file) {
        byte[] bytes = file.bytes();
        if (bytes.length < 2 || bytes[0] != 0x1f || bytes[1] != (byte) 0x8b) {
            return bytes;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] all = in.readNBytes(LARGEST + 1);
            if (all.length > LARGEST) {
                faults.add(FIELD, "the file is larger than " + (LARGEST >> 20) + " MB when unpacked");
                return new byte[0];
            }
            return all;
        } catch (IOException broken) {
            faults.add(FIELD, "the file cannot be unpacked: " + broken.getMessage());
            return new byte[0];
        }
    }

    private Read document(byte[] json) {
        try {
            JsonNode root = Json.parse(json);
            if (root.has("format")) {
                return new Read((ObjectNode) root, Optional.empty(), List.of());
            }
            CaseDraft draft = PacketReader.draft(json, knowledge);
            draft.problems().forEach(each -> faults.add(FIELD, each.place() + ": " + each.detail()));
            List<String> unused = draft.unused().stream()
                    .map(part -> part.place() + ": " + part.detail())
                    .toList();
            return new Read(draft.node(), Optional.empty(), unused);
        } catch (DocumentException | ProblemException unreadable) {
            faults.add(FIELD, unreadable.getMessage());
            return Read.nothing();
        }
    }

    private Read table(String name, byte[] bytes, String scale, String condition) {
        if (scale.isEmpty()) {
            faults.add("scale", "a table cannot say what its values are: choose the scale");
            return Read.nothing();
        }
        try (BufferedReader text =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8))) {
            ReadExpression read = ExpressionReader.read(name, text, ReadOptions.of(Scale.parse(scale)));
            List<String> conditions = read.matrix().conditions();
            String chosen = condition.isEmpty() && conditions.size() == 1 ? conditions.get(0) : condition;
            if (!conditions.contains(chosen)) {
                faults.add(
                        "condition",
                        (chosen.isEmpty() ? "the table has several columns of values" : "no column '" + chosen + "'")
                                + "; choose one of " + String.join(", ", conditions));
                return Read.nothing();
            }
            return new Read(
                    document(read.matrix().profile(conditions.indexOf(chosen))),
                    Optional.of(read.mapping()),
                    List.of());
        } catch (TableException unreadable) {
            faults.add(FIELD, unreadable.getMessage());
        } catch (IllegalArgumentException unknown) {
            faults.add("scale", unknown.getMessage());
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory", impossible);
        }
        return Read.nothing();
    }

    private static ObjectNode document(ExpressionProfile profile) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode node = root.putObject("profile").put("scale", profile.scale().key());
        ObjectNode genes = node.putObject("genes");
        profile.genes()
                .forEach(gene -> genes.put(gene.value(), profile.value(gene).orElseThrow()));
        return root;
    }
}
