package org.fenton.catalog.release;

import org.fenton.catalog.Seeds;
import org.fenton.catalog.seed.SeedFolder;

/** The release that the shipped seeds make, without a database. */
public final class ShippedRelease {
    private ShippedRelease() {}

    /** Its lines, as the API serves them. */
    public static String lines() {
        return lines(Seeds.shipped());
    }

    /** The same of other seeds. */
    public static String lines(SeedFolder seeds) {
        StringBuilder lines = new StringBuilder();
        ReleaseLines.of(Facts.read(seeds)).lines().forEach(line -> lines.append(line.json())
                .append('\n'));
        return lines.toString();
    }
}
