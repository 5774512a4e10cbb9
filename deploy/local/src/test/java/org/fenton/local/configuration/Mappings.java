package org.fenton.local.configuration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the settings that a source file declares: a {@code @ConfigMapping} with its groups, or a {@code @ConfigProperty}. */
final class Mappings {
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(\\s*prefix = \"([^\"]+)\"");
    private static final Pattern GROUP = Pattern.compile("(?m)^ *(?:public )?interface (\\w+)");
    private static final Pattern MEMBER = Pattern.compile(
            "(?s)(?:/\\*\\*((?:[^*]|\\*(?!/))*)\\*/\\s*)?((?:@\\w+(?:\\([^)]*\\))?\\s+)*)([\\w.]+(?:<[^;{}()]*>)?)\\s+(\\w+)\\(\\);");
    private static final Pattern DEFAULT = Pattern.compile("@WithDefault\\(\"([^\"]*)\"\\)");
    private static final Pattern NAME = Pattern.compile("@WithName\\(\"([^\"]*)\"\\)");
    private static final Pattern INJECTED =
            Pattern.compile("@ConfigProperty\\(\\s*name = \"(fenton\\.[^\"]+)\"(?:,\\s*defaultValue = \"([^\"]*)\")?");

    private static final Pattern TEXT = Pattern.compile("(?s)/\\*.*?\\*/|\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    private static final char OPEN = '\u27e6';
    private static final char CLOSE = '\u27e7';

    private final String service;
    private final String source;
    private final Map<String, String> groups = new HashMap<>();

    Mappings(String service, String source) {
        this.service = service;
        this.source = withoutBracesInText(source);
    }

    List<Variable> read() {
        List<Variable> found = new ArrayList<>();
        INJECTED.matcher(source)
                .results()
                .forEach(match -> found.add(new Variable(
                        service,
                        match.group(1),
                        match.group(2) == null ? "" : match.group(2),
                        commentBefore(match.start()))));
        Matcher prefix = PREFIX.matcher(source);
        if (prefix.find()) {
            Matcher group = GROUP.matcher(source);
            List<Integer> starts = new ArrayList<>();
            List<String> names = new ArrayList<>();
            while (group.find()) {
                starts.add(group.end());
                names.add(group.group(1));
            }
            for (int i = 0; i < names.size(); i++) {
                groups.put(names.get(i), body(starts.get(i)));
            }
            members(prefix.group(1), groups.get(names.get(0)), found);
        }
        return found;
    }

    /** The text of an interface without the interfaces inside of it. */
    private String body(int from) {
        StringBuilder own = new StringBuilder();
        int depth = 0;
        for (int at = source.indexOf('{', from); at < source.length(); at++) {
            char each = source.charAt(at);
            depth += each == '{' ? 1 : each == '}' ? -1 : 0;
            if (depth == 0) {
                break;
            }
            if (depth == 1) {
                own.append(each);
            }
        }
        return own.toString();
    }

    /** Braces in comments and strings are text: another pair of characters stands for them until the end. */
    private static String withoutBracesInText(String source) {
        return TEXT.matcher(source)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group().replace('{', OPEN).replace('}', CLOSE)));
    }

    private static String withBraces(String text) {
        return text.replace(OPEN, '{').replace(CLOSE, '}');
    }

    private void members(String prefix, String body, List<Variable> found) {
        Matcher member = MEMBER.matcher(body);
        while (member.find()) {
            String annotations = member.group(2);
            Matcher named = NAME.matcher(annotations);
            String property = prefix + "." + (named.find() ? named.group(1) : Variable.kebab(member.group(4)));
            String type = member.group(3).replaceAll("^Optional<(.*)>$", "$1");
            if (type.startsWith("Map<String, ")) {
                property += ".KEY";
                type = type.substring("Map<String, ".length(), type.length() - 1);
            }
            if (groups.containsKey(type)) {
                members(property, groups.get(type), found);
                continue;
            }
            Matcher value = DEFAULT.matcher(annotations);
            found.add(new Variable(
                    service, property, value.find() ? withBraces(value.group(1)) : "", plain(member.group(1))));
        }
    }

    private String commentBefore(int at) {
        int comment = source.lastIndexOf("/**", at);
        int end = comment < 0 ? -1 : source.indexOf("*/", comment);
        boolean adjacent = end > 0 && end < at && source.substring(end + 2, at).isBlank();
        return adjacent ? plain(source.substring(comment + 3, end)) : "";
    }

    /** A comment as one line without markup. */
    static String plain(String comment) {
        return comment == null
                ? ""
                : withBraces(comment)
                        .replaceAll("(?m)^\\s*\\*", " ")
                        .replaceAll("\\{@(?:code|link) #?((?:[^{}]|\\{[^}]*\\})*)\\}", "`$1`")
                        .replaceAll("<[^>]+>", "")
                        .replaceAll("\\s+", " ")
                        .strip();
    }
}
