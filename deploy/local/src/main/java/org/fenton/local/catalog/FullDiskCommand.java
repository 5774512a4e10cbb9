package org.fenton.local.catalog;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "full-disk-test",
        mixinStandardHelpOptions = true,
        description = {
            "Imports into a catalog of its own that has no room, and checks what it holds.",
            "The claims of a scratch database lie on a file system that is too small: the import must say so, nothing may be",
            "written, and the file must go in once there is room.",
            "The file system is a tmpfs that only this database sees; the right to mount one is needed."
        },
        footer = "Exit code 0: all of that. 1: not, or this machine lets nobody mount.")
final class FullDiskCommand implements Callable<Integer> {
    private final FentonHome home;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "50000",
            description = "Rows of the file. Default: ${DEFAULT-VALUE}.")
    private int rows;

    FullDiskCommand(FentonHome home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        if (rows < 1) {
            throw LauncherFailure.input("--rows is at least 1");
        }
        if (!FullDisk.isPermitted()) {
            throw LauncherFailure.stack("this machine lets nobody mount a file system (unshare -m, mount -t tmpfs)");
        }
        try (Scratch scratch = new Scratch(home)) {
            boolean right =
                    new FullDisk(scratch.home(), rows, spec.commandLine().getOut()).run();
            return right ? 0 : LauncherFailure.STACK;
        }
    }
}
