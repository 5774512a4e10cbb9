package org.fenton.local.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fenton.local.Clone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bills of materials hold the class paths as they were built, and every library says a licence that is allowed. */
class SbomTest {
    private static Path target(String service) {
        return Clone.ROOT.resolve("services/" + service + "/target");
    }

    private static List<Library> libraries(String service) throws IOException {
        return new Shipped(SbomCommand.repository()).of(target(service));
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog", "model", "gateway", "rescoring"})
    void theBillHoldsTheClassPath(String service) throws IOException {
        JsonNode components = SbomCommand.document(service, libraries(service)).path("components");
        long jars;
        Path folder = target(service).resolve(service.equals("rescoring") ? "lib" : "quarkus-app/lib");
        try (Stream<Path> files = Files.walk(folder)) {
            jars = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".jar") && !file.contains("fenton-"))
                    .count();
        }
        assertTrue(jars > 100, service + ": " + jars);
        assertEquals(jars, components.size());
        components.forEach(
                each -> assertEquals(64, each.at("/hashes/0/content").asText().length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog", "model", "gateway", "rescoring"})
    void everyLibraryIsUnderALicenceThatIsAllowed(String service) throws IOException {
        List<String> refused = new ArrayList<>();
        for (Library library : libraries(service)) {
            if (!Shipped.isAllowed(library.licences())) {
                refused.add(library.name() + " " + library.licences());
            }
        }
        assertEquals(List.of(), refused);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        The Apache Software License, Version 2.0           | Apache-2.0
        GNU Lesser General Public License, version 2.1     | LGPL-2.1-or-later
        GNU General Public License, version 2 with the GNU Classpath Exception | GPL-2.0-with-classpath-exception
        GNU General Public License, version 3              | GPL
        GNU Affero General Public License v3.0             | AGPL-3.0
        Eclipse Public License v2.0                        | EPL-2.0
        Ask the author                                     | unknown: Ask the author
        """)
    void aPomsWordsAreReadAsOneLicence(String words, String id) {
        assertEquals(id, Licences.spdx(words));
    }

    @Test
    void whatBindsTheWholeOrSaysNothingIsNotAllowed() {
        assertFalse(Shipped.isAllowed(Set.of("GPL")));
        assertFalse(Shipped.isAllowed(Set.of("AGPL-3.0")));
        assertFalse(Shipped.isAllowed(Set.of("unknown: Ask the author")));
        assertFalse(Shipped.isAllowed(Set.of()));
        assertTrue(Shipped.isAllowed(Set.of("GPL", "Apache-2.0")));
    }
}
