package org.fenton.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expand, then contract: no migration takes away or tightens what the version before reads and writes. */
class MigrationRuleTest {
    private static final List<Path> FOLDERS = Stream.of(
                    "services/catalog/src/main/resources/db/migration",
                    "services/gateway/src/main/resources/db/gateway")
            .map(Clone.ROOT::resolve)
            .toList();

    /** What must not stand in a statement, and why. Statements come in lower case with single spaces. */
    private static final Map<Pattern, String> FORBIDDEN = Map.of(
            Pattern.compile("^drop (table|view|materialized view|schema|sequence|type)\\b"), "takes a relation away",
            Pattern.compile("^drop function\\b"), "takes a function away",
            Pattern.compile("^alter table\\b.*\\bdrop column\\b"), "takes a column away",
            Pattern.compile("^alter (table|view|type|sequence)\\b.*\\brename\\b"), "renames",
            Pattern.compile("^alter table\\b.*\\balter( column)? \\w+ (set data )?type\\b"), "retypes a column",
            Pattern.compile("^alter table\\b.*\\bset not null\\b"), "old writers leave it out",
            Pattern.compile("^alter table\\b.*\\balter( column)? \\w+ drop default\\b"), "old writers rely on it",
            Pattern.compile("^(truncate|delete from)\\b"), "deletes");

    private static final Pattern ADDED_COLUMN =
            Pattern.compile("\\badd column (if not exists )?([^,]+(\\([^)]*\\))?[^,]*)");

    /** Made before anything was released: file and the beginning of the statement; search_word is filled again in the same script. */
    private static final Set<String> BEFORE_THE_RULE = new TreeSet<>(Set.of(
            "V10__decision_chain.sql: drop table gateway.decision: takes a relation away",
            "V30__payload_deflated.sql: alter table gateway.decision_payload alter column deflated drop default: old"
                    + " writers rely on it",
            "V30__payload_deflated.sql: drop function gateway.append_decision: takes a function away",
            "V23__search_words.sql: delete from search_word: deletes",
            "V14__search_index.sql: drop function search_published: takes a function away"));

    private static List<Path> scripts() throws IOException {
        List<Path> scripts = new ArrayList<>();
        for (Path folder : FOLDERS) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".sql")).sorted().forEach(scripts::add);
            }
        }
        return scripts;
    }

    /** Comments and the bodies of functions are not statements of the migration. */
    private static List<String> statements(String script) {
        String bare = script.replaceAll("--[^\\n]*", "")
                .replaceAll("(?s)\\$(\\w*)\\$.*?\\$\\1\\$", "''")
                .toLowerCase();
        return Stream.of(bare.split(";"))
                .map(statement -> statement.strip().replaceAll("\\s+", " "))
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static List<String> breaches(String script) {
        List<String> found = new ArrayList<>();
        List<String> made = new ArrayList<>();
        for (String statement : statements(script)) {
            if (statement.startsWith("create table")) {
                made.add(statement.replaceAll("create table (if not exists )?([\\w.]+).*", "$2"));
            }
            boolean ofThisScript = made.stream().anyMatch(table -> statement.startsWith("alter table " + table + " "));
            FORBIDDEN.forEach((pattern, why) -> {
                if (!ofThisScript && pattern.matcher(statement).find()) {
                    found.add(statement.replaceAll("\\(.*", "") + ": " + why);
                }
            });
            ADDED_COLUMN
                    .matcher(statement)
                    .results()
                    .map(match -> match.group(2))
                    .forEach(column -> {
                        if (!ofThisScript && column.contains("not null") && !column.contains("default")) {
                            found.add(column + ": old writers leave it out");
                        }
                    });
        }
        return found;
    }

    @Test
    void everyScriptOnlyAdds() throws IOException {
        List<Path> scripts = scripts();
        assertTrue(scripts.size() > 15, "scripts: " + scripts.size());
        Set<String> found = new TreeSet<>();
        for (Path script : scripts) {
            breaches(Files.readString(script)).forEach(each -> found.add(script.getFileName() + ": " + each));
        }
        assertEquals(String.join("\n", BEFORE_THE_RULE), String.join("\n", found));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table drug;",
                "alter table drug drop column name;",
                "alter table drug rename column name to label;",
                "alter table drug alter column name type int;",
                "ALTER TABLE drug\n  ALTER name SET NOT NULL;",
                "alter table drug add column kind text not null;",
                "create table x (a int); alter table drug alter column name drop default;",
                "delete from drug;"
            })
    void whatTakesAwayIsNoticed(String script) {
        assertFalse(breaches(script).isEmpty(), script);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        alter table drug add column kind text;
        alter table drug add column kind text not null default 'x' check (kind in ('x', 'y'));
        create table t (a int); alter table t alter column a set not null;
        -- drop table drug;
        create index i on drug (name); drop index j;
        create function f() returns void as $$ delete from scratch; $$ language sql;
        """)
    void whatAddsIsLetThrough(String script) {
        assertEquals(List.of(), breaches(script));
    }
}
