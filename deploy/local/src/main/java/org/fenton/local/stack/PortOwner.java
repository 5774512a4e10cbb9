package org.fenton.local.stack;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Names the process that listens on a port, where the system tells (Linux, and only processes we may look at). */
final class PortOwner {
    private static final String LISTENING = "0A";

    private PortOwner() {}

    static Optional<String> of(int port) {
        return inode(port).flatMap(PortOwner::holder);
    }

    private static Optional<String> inode(int port) {
        String suffix = ":%04X".formatted(port);
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try {
                for (String line : Files.readAllLines(Path.of(table))) {
                    String[] column = line.trim().split("\\s+");
                    if (column.length > 9 && column[1].endsWith(suffix) && column[3].equals(LISTENING)) {
                        return Optional.of(column[9]);
                    }
                }
            } catch (IOException e) {
                // not a Linux system, or no IPv6: the next table may know
            }
        }
        return Optional.empty();
    }

    private static Optional<String> holder(String inode) {
        String socket = "socket:[" + inode + "]";
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), socket))
                .findFirst()
                .map(process -> "process " + process.pid()
                        + process.info()
                                .command()
                                .map(command -> " (" + Path.of(command).getFileName() + ")")
                                .orElse(""));
    }

    private static boolean holds(long pid, String socket) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path descriptor : descriptors) {
                if (Files.readSymbolicLink(descriptor).toString().equals(socket)) {
                    return true;
                }
            }
        } catch (IOException e) {
            // gone meanwhile, or not ours to look at
        }
        return false;
    }
}
