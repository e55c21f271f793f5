package org.apusilta.start;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.util.FileSystemUtils;

/** The folder the demo keeps its data in. Open means it is ours alone: no other copy runs on it and no earlier one's PostgreSQL. */
final class DataFolder implements Closeable {

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static DataFolder open(Path path) {
        var folder = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            requireOwn(folder);
            return new DataFolder(folder, lock(folder)).withoutLeftovers();
        } catch (IOException e) {
            throw new StartRefused("The data folder " + folder + " cannot be used (" + e + "): give yourself the right to it, or name another with --apusilta.data=….", e);
        }
    }

    Path cluster() {
        return folder.resolve("postgres");
    }

    Path binaries() {
        return folder.resolve("binaries");
    }

    /** Said when PostgreSQL has run once: from then on the folder holds data. */
    void hasData() throws IOException {
        Files.writeString(marker(), "PostgreSQL started here; without this file the folder postgres is an interrupted first start.\n");
    }

    /** Lets go of what PostgreSQL kept here, which must have stopped. Cut short, the next start goes on with it. */
    void forget() throws IOException {
        Files.deleteIfExists(marker());
        FileSystemUtils.deleteRecursively(cluster());
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private Path marker() {
        return folder.resolve("has-data");
    }

    /** PostgreSQL refuses another user's files with words that help nobody. */
    private static void requireOwn(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        var probe = Files.createTempFile("apusilta", null);
        var me = Files.getOwner(probe);
        Files.delete(probe);
        var owner = Files.getOwner(folder);
        if (!owner.equals(me)) {
            throw new StartRefused("The data folder " + folder + " belongs to " + owner.getName() + " and you are " + me.getName()
                    + ": start as " + owner.getName() + ", or name another folder with -Dspring-boot.run.arguments=--apusilta.data=….");
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve("apusilta.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException sameJvm) {
            // as taken as by another
        }
        channel.close();
        throw new StartRefused("Another Apusilta is running on the data folder " + folder + ": stop it first, or name another folder with "
                + "-Dspring-boot.run.arguments=--apusilta.data=….");
    }

    private DataFolder withoutLeftovers() throws IOException {
        stopOrphan();
        if (Files.exists(cluster()) && !Files.exists(marker())) {
            FileSystemUtils.deleteRecursively(cluster());
        }
        return this;
    }

    /** A JVM that was killed leaves its PostgreSQL alive. Only the holder of the lock may end it. */
    private void stopOrphan() throws IOException {
        var pidFile = cluster().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var lines = Files.readAllLines(pidFile);
        var pid = lines.isEmpty() ? "" : lines.get(0).trim();
        var orphan = pid.matches("\\d{1,18}") ? ProcessHandle.of(Long.parseLong(pid)).filter(this::isOurs) : java.util.Optional.<ProcessHandle>empty();
        if (orphan.isPresent()) {
            orphan.get().destroy();
            try {
                orphan.get().onExit().get(30, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException | InterruptedException e) {
                throw new StartRefused("The PostgreSQL of an earlier start (process " + pid + ") does not stop: end it and start again.", e);
            }
        }
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(cluster().toString());
    }
}
