package org.fenton.rescoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.fenton.rescoring.trial.KilledRuns;

/** A small release of its own, cases made from the shipped example, and the command run on them in this JVM. */
final class SmallCohort {
    static final Path BUNDLE = Path.of("../../bundles/zip-1").toAbsolutePath().normalize();
    private static final Path EXAMPLE = Path.of("../../deploy/local/examples/h1975-wz4002-resistant.json");
    private static final String RELEASE = """
            {"approval":"APPROVED","classes":["jak-inhibitor"],"exposure":{"reachable":"UNKNOWN"},"id":"ruxolitinib","listings":[{"kind":"JAK_STAT","row":"r1","state":"CONFIRMED"}],"name":"ruxolitinib","patientUse":{"allowed":true},"smiles":"N#CC[C@H](C1CCCC1)n1cc(-c2ncnc3[nH]ccc23)cn1","targets":[{"contested":false,"directness":"DIRECT","effect":"INHIBIT","node":"JAK2","potencyNanomolar":3}],"type":"drug"}
            {"approval":"APPROVED","classes":[],"exposure":{"reachable":"NO"},"id":"sulfasalazine","listings":[{"kind":"FERROPTOSIS_INDUCER","row":"r2","state":"CONFIRMED"}],"name":"sulfasalazine","patientUse":{"allowed":true},"smiles":"OC(=O)C1=CC(=CC=C1O)\\\\N=N\\\\C1=CC=C(C=C1)S(=O)(=O)NC1=CC=CC=N1","targets":[{"contested":false,"directness":"DIRECT","effect":"INHIBIT","node":"SLC7A11"}],"type":"drug"}
            {"from":["SLC7A11"],"id":"E1","level":"IN_VITRO","scopes":["general"],"sign":"-","studies":["PMID:22632970"],"to":["ferroptosis"],"type":"edge"}
            {"approval":"INVESTIGATIONAL","classes":["egfr-inhibitor"],"exposure":{"reachable":"UNKNOWN"},"id":"wz4002","listings":[{"kind":"BACKBONE","row":"r3","state":"CONFIRMED"}],"name":"WZ4002","patientUse":{"allowed":false,"reason":"tool"},"type":"drug"}
            {"id":"LUAD","name":"Lung Adenocarcinoma","parent":"NSCLC","tissue":"Lung","type":"tumour"}
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    final Path folder;
    final Path release;

    record Run(int code, String out, String err) {
        String lastLine() {
            return (code == 0 || code == 3 ? out : err)
                    .strip()
                    .lines()
                    .reduce((a, b) -> b)
                    .orElse("");
        }

        String outputHash() {
            return out.lines()
                    .filter(line -> line.startsWith("output "))
                    .findFirst()
                    .orElseThrow();
        }
    }

    SmallCohort(Path folder) throws IOException {
        this.folder = folder;
        this.release = Files.writeString(folder.resolve("release.ndjson"), RELEASE);
    }

    /** The example with its label and one activity moved by its number, on one line. */
    static String line(int number) throws IOException {
        ObjectNode example = (ObjectNode) JSON.readTree(Files.readAllBytes(EXAMPLE));
        example.put("label", "case " + number);
        JsonNode activity = example.path("reported").path("activities").get(0);
        ((ObjectNode) activity).put("score", number / 8.0);
        return example.toString();
    }

    /** A Phenopacket v2 with one measured activity. */
    static String packet(String id, String disease) {
        return """
                {"id":"%s","diseases":[{"term":{"id":"%s","label":""}}],"measurements":[{"assay":{"id":"fenton.activity:\
                progeny/JAK-STAT"},"value":{"quantity":{"unit":{"id":"fenton.scale:zscore"},"value":1.5}}}],\
                "metaData":{"phenopacketSchemaVersion":"2.0"}}""".formatted(id, disease);
    }

    static List<String> lines(int from, int to) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int number = from; number < to; number++) {
            lines.add(line(number));
        }
        return lines;
    }

    Path cohort(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines);
    }

    static byte[] gzipped(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    List<String> arguments(Path cohort, String out, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("--cohort=" + cohort, "--out=" + folder.resolve(out), "--progress=none"));
        if (Stream.of(more).noneMatch(each -> each.startsWith("--master"))) {
            arguments.add("--master=local[2]");
        }
        if (Stream.of(more).noneMatch(each -> each.startsWith("--release"))) {
            arguments.add("--release=" + release);
        }
        if (Stream.of(more).noneMatch(each -> each.startsWith("--bundle"))) {
            arguments.add("--bundle=" + BUNDLE);
        }
        arguments.addAll(List.of(more));
        return arguments;
    }

    Run run(Path cohort, String out, String... more) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        int code = RescoreCommand.commandLine()
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(errors))
                .execute(arguments(cohort, out, more).toArray(String[]::new));
        return new Run(code, output.toString(), errors.toString());
    }

    /** For runs in processes of their own. */
    static KilledRuns.Arguments argumentsOf(SmallCohort small) {
        return (cohort, out, more) -> small.arguments(cohort, out.toString(), more);
    }

    /** Every ranking of a committed result, as users read it. */
    List<String> rankings(String out) throws IOException {
        return read(out, ".rankings.ndjson.zst");
    }

    List<String> table(String out) throws IOException {
        return read(out, ".candidates.csv.gz");
    }

    private List<String> read(String out, String ending) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve(out).resolve("current"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(ending))
                    .sorted()
                    .toList()) {
                InputStream packed = Files.newInputStream(file);
                try (var stream = ending.endsWith(".zst") ? new ZstdInputStream(packed) : new GZIPInputStream(packed)) {
                    new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .forEach(lines::add);
                }
            }
        }
        return lines;
    }

    List<JsonNode> setAside(String out) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(out).resolve("current/failed.ndjson"))) {
            rows.add(JSON.readTree(line));
        }
        return rows;
    }
}
