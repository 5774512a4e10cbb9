package org.fenton.catalog.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.fenton.catalog.Seeds;
import org.fenton.core.knowledge.Knowledge;
import org.fenton.documents.ReleaseReader;

/** The release that the shipped seeds make, without a database, as a consumer reads it. */
public final class ShippedRelease {
    private ShippedRelease() {}

    public static Knowledge knowledge() throws IOException {
        StringBuilder lines = new StringBuilder();
        ReleaseLines.of(Facts.read(Seeds.shipped())).lines().forEach(line -> lines.append(line.json())
                .append('\n'));
        return ReleaseReader.read(new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
