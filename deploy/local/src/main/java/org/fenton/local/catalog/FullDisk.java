package org.fenton.local.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;
import org.fenton.local.stack.LoneCatalog;

/**
 * Claims on a real file system that is too small for the file to import: a tmpfs in a mount namespace that only the server
 * sees, so nothing of the machine is filled. The import must say that there is no room, the facts must be those from
 * before, and the same file must go in once there is room.
 */
public final class FullDisk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MEGABYTES = 4;
    private static final int STORAGE_FULL = 507;

    private final FentonHome home;
    private final PrintWriter out;
    private final int rows;

    public FullDisk(FentonHome home, int rows, PrintWriter out) {
        this.home = home;
        this.rows = rows;
        this.out = out;
    }

    /** Whether this machine lets a process mount a file system of its own. */
    public static boolean isPermitted() {
        try {
            Path folder = Files.createTempDirectory("fenton-mount-");
            Process mount = new ProcessBuilder(inside(folder, 1, List.of("true")))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean permitted = mount.waitFor() == 0;
            Files.delete(folder);
            return permitted;
        } catch (IOException noUnshare) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LauncherFailure.stack("interrupted");
        }
    }

    /** The command, in a mount namespace of its own where {@code folder} is a file system of so many megabytes. */
    public static List<String> inside(Path folder, int megabytes, List<String> command) {
        String mount = "mount -t tmpfs -o size=" + megabytes + "m,mode=0700 tmpfs '" + folder + "' && exec \"$@\"";
        return Stream.concat(Stream.of("unshare", "-m", "sh", "-c", mount, "sh"), command.stream())
                .toList();
    }

    /** True when nothing was lost and the service went on; what was asked and answered is printed. */
    public boolean run() throws IOException, SQLException {
        Path file = SyntheticClaims.write(home.data().resolve("claims.tsv"), rows, "disk");
        Path small = Files.createDirectories(home.data().resolve("small"));
        try (LoneCatalog lone = LoneCatalog.start(home)) {
            lone.killPostgres();
            lone.startPostgres(inside(small, MEGABYTES, List.of()));
            CatalogClient catalog = new CatalogClient(lone.address());
            String before = Held.settled(catalog).facts();
            sql(lone, "create tablespace small location '" + small + "'");
            sql(lone, "alter table catalog.claim set tablespace small");
            out.printf("claims are on a file system of %d MB; facts %s%n", MEGABYTES, before);
            int status = send(catalog, file);
            out.printf("import of %d claims into it: %d, %s%n", rows, status, said(status == STORAGE_FULL));
            String after = Held.settled(catalog).facts();
            out.printf("facts after it: %s, %s%n", after, said(after.equals(before)));
            sql(lone, "alter table catalog.claim set tablespace pg_default");
            int again = send(catalog, file);
            out.printf("the same file with room: %d, %s%n", again, said(again == 200));
            String published = catalog.post("/v1/releases", JSON.createObjectNode())
                    .path("id")
                    .asText();
            boolean isNew = published.equals(Held.settled(catalog).facts()) && !published.equals(before);
            out.printf("published: %s, %s%n", published, said(isNew));
            out.flush();
            return status == STORAGE_FULL && after.equals(before) && again == 200 && isNew;
        }
    }

    private static String said(boolean isRight) {
        return isRight ? "as it must be" : "WRONG";
    }

    private static int send(CatalogClient catalog, Path file) throws IOException {
        try {
            catalog.post("/v1/imports?type=claim", "text/tab-separated-values", BodyPublishers.ofFile(file));
            return 200;
        } catch (CatalogClient.Refused refused) {
            return refused.status();
        }
    }

    private static void sql(LoneCatalog lone, String change) throws SQLException {
        try (Connection connection = DriverManager.getConnection(lone.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute(change);
        }
    }
}
