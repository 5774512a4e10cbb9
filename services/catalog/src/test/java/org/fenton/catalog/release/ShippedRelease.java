package org.fenton.catalog.release;

import org.fenton.catalog.Seeds;

/** The release that the shipped seeds make, without a database. */
public final class ShippedRelease {
    private ShippedRelease() {}

    /** Its lines, as the API serves them. */
    public static String lines() {
        StringBuilder lines = new StringBuilder();
        ReleaseLines.of(Facts.read(Seeds.shipped())).lines().forEach(line -> lines.append(line.json())
                .append('\n'));
        return lines.toString();
    }
}
