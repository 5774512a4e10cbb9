package org.fenton.local.supply;

import java.util.Set;

/**
 * A jar that is shipped.
 *
 * @param licences SPDX ids, or the words of its own pom where they are none that is known
 */
record Library(String group, String artifact, String version, String classifier, String sha256, Set<String> licences) {
    String purl() {
        return "pkg:maven/" + group + "/" + artifact + "@" + version
                + (classifier.isEmpty() ? "" : "?classifier=" + classifier);
    }

    String name() {
        return group + ":" + artifact + ":" + version + (classifier.isEmpty() ? "" : ":" + classifier);
    }
}
