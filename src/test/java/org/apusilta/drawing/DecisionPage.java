package org.apusilta.drawing;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/** A decision file as a Markdown page that anybody can read and a reviewer can compare. */
final class DecisionPage {

    private DecisionPage() {}

    static Path file(Path table) {
        return Drawings.PICTURES.resolve(Drawings.name(table) + ".md");
    }

    static String of(Path table) {
        var model = Dmn.readModelFromFile(table.toFile());
        return "<!-- written from " + table.toString().replace('\\', '/') + " by ./mvnw -q -Pdrawings test -->\n"
                + model.getModelElementsByType(Decision.class).stream().map(DecisionPage::decision).collect(Collectors.joining("\n"));
    }

    private static String decision(Decision decision) {
        var rules = (DecisionTable) decision.getExpression();
        var inputs = rules.getInputs().stream().map(DecisionPage::name).toList();
        var outputs = rules.getOutputs().stream().map(DecisionPage::name).map(name -> "**" + name + "**").toList();
        var head = Stream.of(List.of("#"), inputs, outputs, List.of("why")).flatMap(List::stream).toList();
        var lines = new StringBuilder("# " + decision.getName() + "\n\nDecision `" + decision.getId() + "`, hit policy "
                + rules.getHitPolicy() + ". An empty cell means: anything.\n\n");
        lines.append(row(head)).append(row(head.stream().map(cell -> "---").toList()));
        int number = 1;
        for (var rule : rules.getRules()) {
            lines.append(row(cells(number++, rule)));
        }
        return lines.toString();
    }

    private static List<String> cells(int number, Rule rule) {
        var why = rule.getDescription() == null ? "" : rule.getDescription().getTextContent();
        return Stream.of(Stream.of(String.valueOf(number)), rule.getInputEntries().stream().map(DecisionPage::text),
                rule.getOutputEntries().stream().map(DecisionPage::text), Stream.of(why)).flatMap(cells -> cells).toList();
    }

    private static String name(Input input) {
        return input.getLabel() != null ? input.getLabel() : input.getInputExpression().getText().getTextContent();
    }

    private static String name(Output output) {
        return output.getLabel() != null ? output.getLabel() : output.getName();
    }

    private static String text(DmnElement entry) {
        return entry.getChildElementsByType(org.camunda.bpm.model.dmn.instance.Text.class).stream()
                .map(text -> text.getTextContent()).findFirst().orElse("");
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> Arrays.stream(cell.split("\\s+")).collect(Collectors.joining(" ")).strip().replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
