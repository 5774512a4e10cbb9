package org.fenton.local.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fenton.local.home.FentonHome;

/** The release that the shipped seeds make, written by the catalog's own code without a database. */
final class SeedRelease {
    private SeedRelease() {}

    /** The exit code of the child: 0, or 2 with every fault of a pack on standard error. */
    static int write(FentonHome home, Path out, List<Path> packs) throws IOException, InterruptedException {
        Path app = home.quarkusJar("catalog").getParent();
        String separator = System.getProperty("path.separator");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                app.resolve("app") + "/*" + separator + app.resolve("lib/main") + "/*" + separator
                        + app.resolve("lib/boot") + "/*",
                "org.fenton.catalog.release.SeedRelease",
                out.toString()));
        packs.forEach(pack -> command.add(pack.toString()));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
