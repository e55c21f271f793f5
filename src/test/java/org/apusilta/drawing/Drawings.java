package org.apusilta.drawing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Where drawings and their pictures lie, and which picture belongs to which state of its drawing. */
final class Drawings {

    static final Path PICTURES = Path.of("docs", "processes");

    /** What a drawing holds for the engine and does not show: conditions, forms, deadlines, words for Tasklist. */
    private static final Pattern WORK_BEHIND = Pattern.compile("(?s)<bpmn:(extensionElements|documentation|conditionExpression|timeDate|timeDuration)\\b.*?</bpmn:\\1>"
            + "|\\scamunda:\\w+=\"[^\"]*\"");

    private Drawings() {}

    /** @return the files under {@code processes/} with this ending, in path order */
    static List<Path> files(String ending) {
        var root = Path.of("processes");
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var found = Files.walk(root)) {
            return found.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the picture of this drawing */
    static Path picture(Path drawing) {
        return PICTURES.resolve(name(drawing) + ".svg");
    }

    /** @return file name without its ending */
    static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.\\w+$", "");
    }

    /** @return the line a picture carries that was drawn from what the file shows now */
    static String stamp(Path drawing) {
        try {
            var text = WORK_BEHIND.matcher(Files.readString(drawing)).replaceAll("").replaceAll("\\s+", " ");
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return "<!-- drawn from " + drawing.toString().replace('\\', '/') + ", sha256 "
                    + HexFormat.of().formatHex(hash) + " -->";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return whether the picture is there and was drawn from the drawing as it is now */
    static boolean fresh(Path drawing) throws IOException {
        var picture = picture(drawing);
        return Files.exists(picture) && Files.readString(picture).contains(stamp(drawing));
    }
}
