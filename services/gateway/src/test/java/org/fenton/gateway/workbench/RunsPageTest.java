package org.fenton.gateway.workbench;

import static org.fenton.gateway.workbench.CasePagesTest.browser;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.fenton.gateway.Neighbours;
import org.junit.jupiter.api.Test;

/** A run with its progress and its impact, from files as the job writes them (docs/rescoring.md). */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
@TestProfile(RunsPageTest.WithRuns.class)
class RunsPageTest {
    public static class WithRuns implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path folder = Files.createTempDirectory("fenton-runs");
                write(folder, "november/current/summary.json", """
                        {"bundle":"sha256:b","candidateRows":640,"failed":1,"outputHash":"sha256:o","policy":"fenton-policy-1",
                         "rankings":31,"release":"sha256:r"}""");
                write(folder, "november/runs.ndjson", """
                        {"candidates":640,"done":8,"failed":1,"rows":32,"seconds":12.5,"skipped":23}
                        """);
                write(folder, "november/impact/impact.json", """
                        {"cases":[{"case":"sha256:0123456789abcdef","contact":true,"label":"<b>case 7</b>","lostStops":[],
                          "newStops":["ruxolitinib T01"],"term":"safety stop","topBefore":"ruxolitinib","topNow":"artesunate",
                          "verdict":"TOP_CHANGED","withdrawn":["ruxolitinib"]}],
                         "counts":{"SAME_TOP":30,"TOP_CHANGED":1,"cases":31,"contact":1},"movedBy":{"safety stop":1}}""");
                write(folder, "december/results/.keep", "");
                write(folder, "december/work/segments/t.keys", "a\nb\n");
                return Map.of("fenton.gateway.runs", folder.toString());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static void write(Path folder, String file, String text) throws IOException {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        }
    }

    @Test
    void theListSaysHowFarEachIs() {
        browser()
                .get("/workbench/runs")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("8 ranked, 23 unchanged of 32 rows"),
                        containsString("<strong>1</strong> to contact again"),
                        containsString("2 rows are ranked and not committed yet")));
    }

    @Test
    void oneSaysWhomAChangedAnswerConcerns() {
        browser()
                .get("/workbench/runs/november")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("withdrawn: ruxolitinib"),
                        containsString("new stop: ruxolitinib T01"),
                        containsString("top changed"),
                        containsString("&lt;b&gt;case 7&lt;/b&gt;"),
                        not(containsString("<b>case"))));
        browser().get("/workbench/runs/october").then().statusCode(404).contentType("text/html");
    }
}
