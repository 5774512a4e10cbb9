package org.fenton.local.catalog;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import org.fenton.local.Clone;
import org.fenton.local.home.FentonHome;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What `fenton catalog full-disk-test` does. */
class FullDiskTest {
    @TempDir
    private Path data;

    @Test
    void anImportThatFindsNoRoomSaysSoLosesNothingAndGoesInLater() throws IOException, SQLException {
        Assumptions.assumeTrue(FullDisk.isPermitted(), "NOT TESTED: this machine lets nobody mount a file system");
        PrintWriter out = new PrintWriter(System.out, true);
        assertTrue(new FullDisk(new FentonHome(Clone.ROOT, data), 30_000, out).run());
    }
}
