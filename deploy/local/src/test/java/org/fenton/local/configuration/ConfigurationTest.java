package org.fenton.local.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fenton.local.Clone;
import org.junit.jupiter.api.Test;

/** The page of variables is made from the code, misses none, and names none that there is not. */
class ConfigurationTest {
    private static final Path PAGE = Clone.ROOT.resolve("docs/operations/configuration.md");
    private static final String BEGIN = "<!-- made from the code by ConfigurationTest -Dgolden.update=true -->\n";
    private static final String END = "<!-- end -->";
    private static final Pattern OURS = Pattern.compile("\\bFENTON_[A-Z0-9_]*[A-Z0-9]\\b");
    private static final Pattern OF_THE_FRAMEWORK = Pattern.compile("\\bQUARKUS_[A-Z0-9_]*[A-Z0-9]\\b");

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    private static Set<String> words(Pattern pattern, List<String> places) throws IOException {
        Set<String> found = new TreeSet<>();
        for (String place : places) {
            for (Path file : Scan.files(Clone.ROOT.resolve(place))) {
                try {
                    pattern.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group()));
                } catch (MalformedInputException noText) {
                    // pictures and archives name no variable
                }
            }
        }
        return found;
    }

    @Test
    void theTableIsTheOneTheCodeMakes() throws IOException {
        String table = Scan.variables().stream()
                .map(Variable::row)
                .collect(Collectors.joining(
                        "\n",
                        BEGIN + "| variable | service | unless set | meaning |\n|---|---|---|---|\n",
                        "\n" + END));
        String page = page();
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        assertTrue(begin > 0 && end > begin, "the page has no place for the table");
        String made = page.substring(0, begin) + table + page.substring(end + END.length());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, made);
        }
        assertEquals(made, page());
    }

    @Test
    void everySettingSaysWhatItIs() throws IOException {
        List<String> silent = Scan.variables().stream()
                .filter(variable -> variable.meaning().isEmpty())
                .map(variable -> variable.service() + ": " + variable.name())
                .toList();
        assertEquals(List.of(), silent, "say it in a comment above it");
    }

    @Test
    void everyVariableThatIsUsedIsOnThePage() throws IOException {
        List<String> missing = new ArrayList<>();
        List<String> used = List.of(
                "services/catalog/src/main",
                "services/gateway/src/main",
                "services/http/src/main",
                "services/learning/src/main",
                "services/model/src/main",
                "services/rescoring/src/main",
                "deploy/local/src/main",
                "deploy/local/fenton",
                "deploy/images",
                "k8s/base",
                "k8s/components",
                "k8s/overlays");
        for (Pattern pattern : List.of(OURS, OF_THE_FRAMEWORK)) {
            for (String word : words(pattern, used)) {
                if (!Pattern.compile("\\b" + word + "\\b").matcher(page()).find()) {
                    missing.add(word);
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void noPageNamesAVariableThatThereIsNot() throws IOException {
        Set<String> known = words(OURS, List.of("services", "deploy", "k8s"));
        Scan.variables().forEach(variable -> known.add(variable.name()));
        Set<String> named = words(OURS, List.of("docs", "README.md"));
        named.removeAll(known);
        assertEquals(Set.of(), named);
    }

    @Test
    void aMappingIsReadWithItsGroups() {
        List<Variable> read = new Mappings("gateway", """
            @ConfigMapping(prefix = "fenton.x")
            public interface X {
                /** Where {@code a} is. */
                @WithDefault("http://127.0.0.1:${quarkus.http.port}")
                String publicUrl();

                Inner inner();

                interface Inner {
                    Optional<Path> file();
                }

                enum Kind { A }
            }
            """).read();
        assertEquals(
                List.of(
                        new Variable(
                                "gateway",
                                "fenton.x.public-url",
                                "http://127.0.0.1:${quarkus.http.port}",
                                "Where `a` is."),
                        new Variable("gateway", "fenton.x.inner.file", "", "")),
                read);
        assertEquals("FENTON_X_INNER_FILE", read.get(1).name());
    }
}
