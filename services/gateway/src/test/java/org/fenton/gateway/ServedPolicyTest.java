package org.fenton.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class pack's policy that cannot be used: one line that names the file and the place. */
class ServedPolicyTest {
    @TempDir
    Path folder;

    private String refusal(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("policy.json"), text);
        ConfigurationException refused = assertThrows(ConfigurationException.class, () -> ServedPolicy.read(file));
        String line = refused.getMessage();
        assertTrue(line.startsWith("Not started: the policy " + file), line);
        assertEquals(1, line.lines().count(), line);
        return line;
    }

    @Test
    void whatIsNoJsonIsNamedWithItsLine() throws IOException {
        assertTrue(refusal("{\n  \"id\": \"p\",\n  oops\n}").contains("3:"), "line 3");
    }

    @Test
    void anUnknownFieldIsNamedWithItsPointer() throws IOException {
        assertTrue(refusal("{\"id\":\"p\",\"wieghts\":{}}").contains("/wieghts"), "the field");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        ConfigurationException refused =
                assertThrows(ConfigurationException.class, () -> ServedPolicy.read(folder.resolve("none.json")));
        assertTrue(refused.getMessage().endsWith("none.json cannot be read"), refused.getMessage());
    }
}
