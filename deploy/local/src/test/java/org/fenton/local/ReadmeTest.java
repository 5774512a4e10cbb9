package org.fenton.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README says what is there: its two commands exist, CI runs the second, its links lead somewhere. */
class ReadmeTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final Pattern COMMAND =
            Pattern.compile("(?m)^(?:\\$ )?((?:deploy/local/fenton|\\./mvnw)\\b[^\\n]*)$");

    private static String read(String file) throws IOException {
        return Files.readString(Clone.ROOT.resolve(file));
    }

    private static List<String> commands() throws IOException {
        return COMMAND.matcher(read("README.md"))
                .results()
                .map(match -> match.group(1).strip())
                .toList();
    }

    @Test
    void namesTheTwoCommands() throws IOException {
        assertTrue(commands().contains("deploy/local/fenton rank"), commands().toString());
        assertTrue(commands().contains("./mvnw -B verify"), commands().toString());
        assertTrue(Files.isExecutable(Clone.ROOT.resolve("deploy/local/fenton")));
        assertTrue(Files.isExecutable(Clone.ROOT.resolve("mvnw")));
    }

    @Test
    void ciRunsTheTestCommand() throws IOException {
        String ci = read(".ci/run")
                .lines()
                .filter(line -> line.startsWith("./mvnw"))
                .findFirst()
                .orElse("");
        assertTrue(ci.matches("\\./mvnw -B (-ntp )?verify .*"), ci);
    }

    @Test
    void everyFentonCommandItShowsExists() throws IOException {
        var known = Fenton.commandLine(new org.fenton.local.home.FentonHome(Clone.ROOT, Clone.ROOT))
                .getSubcommands()
                .keySet();
        for (String command : commands()) {
            if (command.startsWith("deploy/local/fenton ")) {
                String subcommand = command.split("\\s+")[1];
                assertTrue(subcommand.startsWith("-") || known.contains(subcommand), command);
            }
        }
    }

    @Test
    void linksLeadToFiles() throws IOException {
        List<Path> pages;
        try (Stream<Path> files = Files.walk(Clone.ROOT.resolve("docs"))) {
            pages = Stream.concat(Stream.of(Clone.ROOT.resolve("README.md")), files.filter(file -> file.toString()
                            .endsWith(".md")))
                    .toList();
        }
        assertFalse(pages.isEmpty());
        for (Path page : pages) {
            for (MatchResult link :
                    LINK.matcher(Files.readString(page)).results().toList()) {
                Path target = page.resolveSibling(link.group(1)).normalize();
                assertTrue(Files.exists(target), page + " links to " + link.group(1));
            }
        }
    }

    @Test
    void licenceIsApache() throws IOException {
        String licence = read("LICENSE");
        assertTrue(licence.contains("Apache License") && licence.contains("Version 2.0, January 2004"));
        assertEquals(202, licence.lines().count(), "the whole text");
    }
}
