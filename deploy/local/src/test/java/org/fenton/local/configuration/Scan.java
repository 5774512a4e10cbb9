package org.fenton.local.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fenton.local.Clone;

/** Every setting that the services' code and their application.properties name. */
final class Scan {
    private static final List<String> SERVICES = List.of("catalog", "gateway", "http", "model");

    /** A property that is set from another of ours, or from a variable: {@code a=${B:default}}. */
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(fenton\\.[\\w.-]+|FENTON_\\w+)(?::([^}]*))?\\}");

    private Scan() {}

    static Set<Variable> variables() throws IOException {
        Set<Variable> found = new TreeSet<>();
        for (String service : SERVICES) {
            found.addAll(of(service));
        }
        found.addAll(defaultsOfOne(found));
        return found;
    }

    /** A setting that all have, with a value of its own in one of them. */
    private static List<Variable> defaultsOfOne(Set<Variable> ofAll) throws IOException {
        List<Variable> found = new ArrayList<>();
        for (String service : SERVICES) {
            for (String line : properties(service)) {
                for (Variable each : ofAll) {
                    boolean same = each.service().equals("all") && line.startsWith(each.property() + "=");
                    if (same && !line.startsWith("fenton.service.")) {
                        String value = line.substring(line.indexOf('=') + 1);
                        found.add(new Variable(service, each.property(), value, each.meaning()));
                    }
                }
            }
        }
        return found;
    }

    private static List<String> properties(String service) throws IOException {
        Path file = Clone.ROOT.resolve("services/" + service + "/src/main/resources/application.properties");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static List<Variable> of(String service) throws IOException {
        List<Variable> found = new ArrayList<>();
        String shown = service.equals("http") ? "all" : service;
        for (Path source : files(Clone.ROOT.resolve("services/" + service + "/src/main/java"))) {
            found.addAll(new Mappings(shown, Files.readString(source)).read());
        }
        return named(shown, properties(service), found);
    }

    /** Adds what application.properties says: other names, other defaults, and settings of its own. */
    private static List<Variable> named(String service, List<String> lines, List<Variable> declared) {
        List<Variable> all = new ArrayList<>(declared);
        String comment = "";
        Map<String, String> renamed = new HashMap<>();
        for (String line : lines) {
            if (line.startsWith("#")) {
                comment += " " + line.substring(1).strip();
                continue;
            }
            int equals = line.indexOf('=');
            Matcher reference = REFERENCE.matcher(line);
            if (equals > 0 && !line.startsWith("%") && reference.find()) {
                String key = line.substring(0, equals).strip();
                String meaning = comment.strip();
                String value = reference.group(2) == null ? "" : reference.group(2);
                String name = reference.group(1);
                List<Variable> same =
                        all.stream().filter(each -> each.property().equals(key)).toList();
                if (same.isEmpty()) {
                    all.add(new Variable(service, name, value, meaning));
                } else {
                    all.removeAll(same);
                    same.forEach(each -> all.add(each.with(name, value)));
                }
            } else if (equals > 0 && line.startsWith("fenton.")) {
                renamed.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
            comment = line.isBlank() || equals > 0 ? "" : comment;
        }
        all.replaceAll(each ->
                renamed.containsKey(each.property()) ? each.with(each.property(), renamed.get(each.property())) : each);
        return all;
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
        }
    }
}
