package org.fenton.local.supply;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The licences that a library's pom, or else its parent's, names. */
final class Licences {
    /** In the order they are tried; a pom's words on the left, without case. */
    private static final Map<Pattern, String> SPDX = new LinkedHashMap<>();

    static {
        known("affero|agpl", "AGPL-3.0");
        known("lesser|lgpl", "LGPL-2.1-or-later");
        known("(gpl|general public).*(classpath|cpe|class path)|cddl.*gpl", "GPL-2.0-with-classpath-exception");
        known("apache|asf 2|al 2\\.0", "Apache-2.0");
        known("eclipse distribution|edl", "BSD-3-Clause");
        known("eclipse public.*2|epl.?2|epl-2", "EPL-2.0");
        known("eclipse public|epl", "EPL-1.0");
        known("mit-0", "MIT-0");
        known("\\bmit\\b|the mit|bouncy castle", "MIT");
        known("mozilla|mpl", "MPL-2.0");
        known("universal permissive|upl", "UPL-1.0");
        known("cc0|creative commons zero", "CC0-1.0");
        known("public domain", "public-domain");
        known("unicode|icu", "Unicode-3.0");
        known("bsd.*2|2-clause|simplified bsd", "BSD-2-Clause");
        known("bsd|go license|revised", "BSD-3-Clause");
        known("cddl|common development", "CDDL-1.1");
        known("gnu general|gpl", "GPL");
    }

    private final Path repository;

    Licences(Path repository) {
        this.repository = repository;
    }

    private static void known(String words, String id) {
        SPDX.put(Pattern.compile(words, Pattern.CASE_INSENSITIVE), id);
    }

    /** Empty where neither the pom nor any of its parents says. */
    Set<String> of(String group, String artifact, String version) throws IOException {
        Path pom = repository
                .resolve(group.replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".pom");
        if (!Files.exists(pom)) {
            return Set.of();
        }
        Element project = parsed(pom);
        Set<String> found = new TreeSet<>();
        for (Element licence : children(child(project, "licenses"), "license")) {
            found.add(spdx(text(licence, "name") + " " + text(licence, "url")));
        }
        Element parent = child(project, "parent");
        return found.isEmpty() && parent != null
                ? of(text(parent, "groupId"), text(parent, "artifactId"), text(parent, "version"))
                : found;
    }

    /** The licence text that a jar brings itself, where no pom says anything. */
    static Set<String> in(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (String name : List.of("META-INF/LICENSE", "META-INF/LICENSE.txt")) {
                ZipEntry entry = zip.getEntry(name);
                if (entry != null) {
                    String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    return Set.of(
                            text.contains("Software License, Version 1.1")
                                    ? "Apache-1.1"
                                    : spdx(text.substring(0, Math.min(200, text.length()))));
                }
            }
            return Set.of();
        }
    }

    static String spdx(String words) {
        return SPDX.entrySet().stream()
                .filter(each -> each.getKey().matcher(words).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("unknown: " + words.strip());
    }

    private static Element parsed(Path pom) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException wrong) {
            throw new IOException(pom + ": " + wrong.getMessage());
        }
    }

    private static Element child(Element parent, String name) {
        return children(parent, name).stream().findFirst().orElse(null);
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node each = parent == null ? null : parent.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element parent, String name) {
        Element child = child(parent, name);
        return child == null ? "" : child.getTextContent().strip();
    }
}
