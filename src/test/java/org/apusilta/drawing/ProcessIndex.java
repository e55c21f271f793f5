package org.apusilta.drawing;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;

/** The page that lists all pictures and tables. */
final class ProcessIndex {

    static final Path FILE = Drawings.PICTURES.resolve("README.md");

    private ProcessIndex() {}

    static String page() {
        var pictures = Drawings.files(".bpmn").stream().map(ProcessIndex::picture).collect(Collectors.joining("\n"));
        var tables = Drawings.files(".dmn").stream().map(ProcessIndex::table).collect(Collectors.joining());
        return """
                # The processes

                Drawn from `processes/` with bpmn-js (<https://bpmn.io>) by `./mvnw -q -Pdrawings test`. Change the drawing, then run
                the command; `PicturesTests` fails while a picture is older than its drawing.

                %s
                ## Decisions

                %s""".formatted(pictures, tables);
    }

    private static String picture(Path drawing) {
        var name = Bpmn.readModelFromFile(drawing.toFile()).getModelElementsByType(Process.class).iterator().next().getName();
        return "## %s\n\n`%s`\n\n![%s](%s)\n".formatted(name, drawing.toString().replace('\\', '/'), name,
                Drawings.picture(drawing).getFileName());
    }

    private static String table(Path table) {
        return "- [%s](%s)\n".formatted(Drawings.name(table), DecisionPage.file(table).getFileName());
    }
}
